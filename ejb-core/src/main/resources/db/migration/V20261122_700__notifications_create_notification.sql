-- One message to one person. Names and addresses aren't kept here: they are looked up when it is sent.
create table notification (
  id              uuid        primary key,
  event_id        uuid        not null,
  template        text        not null check (template in ('application_approved', 'application_declined', 'application_in_review',
                    'invitation', 'large_transaction', 'payment_succeeded', 'payment_failed')),
  application_id  uuid        null,
  customer_id     uuid        null,
  account_id      uuid        null,
  facts           text        not null,
  status          text        not null check (status in ('pending', 'sent', 'undeliverable')),
  attempts        int         not null check (attempts >= 0),
  next_attempt_at timestamptz not null,
  created_at      timestamptz not null,
  sent_at         timestamptz null,
  failure         text        null,
  unique (event_id, template),
  check ((application_id is null) <> (customer_id is null))
);

create index notification_due on notification (next_attempt_at) where status = 'pending';
create index notification_account on notification (account_id, created_at) where account_id is not null;
