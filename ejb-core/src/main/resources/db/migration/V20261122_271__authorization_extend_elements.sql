-- Every message of a card payment becomes an element; its sums follow from them:
--   authorized_minor = approved + increments - reversals (or the completed amount);
--   held_minor = authorized_minor + uplift_minor - captured_minor while open, else 0.
alter table card_authorization
  add column uplift_minor bigint not null default 0 check (uplift_minor >= 0),
  add column refunded_minor bigint not null default 0 check (refunded_minor >= 0),
  add column network_acquirer_id text,
  add column network_transmission_time text,
  add column stand_in_by text,
  add column stand_in_reason text;

alter table authorization_element
  drop constraint authorization_element_type_check,
  add constraint authorization_element_type_check check (type in ('authorization', 'verification',
    'refund_authorization', 'advice', 'increment', 'reversal', 'completion', 'clearing', 'refund', 'expiry')),
  add column requested_minor bigint check (requested_minor >= 0),
  add column uplift_minor bigint not null default 0 check (uplift_minor >= 0),
  add column closes boolean not null default false,
  add column reasons text[] not null default '{}',
  add column transaction_id uuid;

-- What is due is found by time, whether it holds something or announces a credit.
drop index card_authorization_due;
create index card_authorization_due on card_authorization (expires_at)
  where status in ('pending', 'partially_cleared') and expires_at is not null;
