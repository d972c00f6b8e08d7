-- What the law and the network ask of disputes, by date (Reg Z 1026.12(b), (c), 1026.13).
create table dispute_rule (
  effective_from        date   primary key,
  notice_days           int    not null check (notice_days > 0),
  acknowledge_days      int    not null check (acknowledge_days > 0),
  resolve_days          int    not null check (resolve_days > 0),
  resolve_cycles        int    not null check (resolve_cycles > 0),
  chargeback_days       int    not null check (chargeback_days > 0),
  liability_limit_minor bigint not null check (liability_limit_minor >= 0),
  quality_above_minor   bigint not null check (quality_above_minor >= 0)
);

insert into dispute_rule values ('2000-01-01', 60, 30, 90, 2, 120, 5000, 5000);

-- What a cardholder says is wrong about a booked transaction. Liability always sums.
create table dispute (
  id                uuid   primary key,
  account_id        uuid   not null,
  transaction_id    uuid   not null references journal_entry,
  client_id         uuid,
  reason            text   not null check (reason in ('unauthorized', 'wrong_amount', 'not_received', 'credit_missing',
                      'computation', 'clarification', 'quality')),
  explanation       text   not null,
  late_reason       text,
  state             text   not null check (state in ('received', 'acknowledged', 'investigating', 'credited',
                      'resolved_for_cardholder', 'resolved_for_merchant', 'corrected_in_part', 'withdrawn')),
  currency          text   not null,
  original_minor    bigint not null check (original_minor > 0),
  recovered_minor   bigint not null check (recovered_minor >= 0),
  written_off_minor bigint not null check (written_off_minor >= 0),
  remaining_minor   bigint not null check (remaining_minor >= 0),
  credited_minor    bigint not null check (credited_minor between 0 and original_minor),
  received_on       date   not null,
  acknowledge_by    date   not null,
  resolve_by        date   not null,
  chargeback_by     date   not null,
  created_at        timestamptz not null,
  changed_at        timestamptz not null,
  check (original_minor = recovered_minor + written_off_minor + remaining_minor)
);

create index dispute_by_account on dispute (account_id, id desc);
create index dispute_by_transaction on dispute (transaction_id);
create index dispute_open on dispute (resolve_by)
  where state in ('received', 'acknowledged', 'investigating', 'credited');

create table dispute_step (
  dispute_id uuid        not null references dispute,
  number     int         not null,
  step       text        not null,
  state      text        not null,
  taken_on   date        not null,
  at         timestamptz not null,
  actor      text        not null,
  channel    text        not null,
  note       text        not null,
  primary key (dispute_id, number)
);

create table dispute_evidence (
  id         uuid        primary key,
  dispute_id uuid        not null references dispute,
  name       text        not null,
  media_type text        not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  content    bytea       not null,
  sha256     text        not null,
  added_at   timestamptz not null,
  actor      text        not null,
  unique (dispute_id, sha256)
);

-- Letters as they were written, and each form as it was first shown.
create table dispute_letter (
  dispute_id uuid  not null references dispute,
  kind       text  not null check (kind in ('acknowledgement', 'outcome')),
  media_type text  not null check (media_type in ('text/html', 'application/pdf')),
  content    bytea not null,
  primary key (dispute_id, kind, media_type)
);

create trigger dispute_step_append_only
  before update or delete or truncate on dispute_step
  for each statement execute function refuse_change();
create trigger dispute_evidence_append_only
  before update or delete or truncate on dispute_evidence
  for each statement execute function refuse_change();
create trigger dispute_letter_append_only
  before update or delete or truncate on dispute_letter
  for each statement execute function refuse_change();
