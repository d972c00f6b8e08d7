-- Events of the bank, written in the transaction of the change they tell of; a relay publishes them in order.
create table outbox_event (
  sequence bigint generated always as identity primary key,
  id uuid not null unique,
  type text not null,
  aggregate text not null,
  account_id uuid,
  headers text not null,
  payload text not null,
  created_at timestamptz not null default clock_timestamp(),
  published_at timestamptz
) with (autovacuum_vacuum_scale_factor = 0.02);

create index outbox_event_unpublished on outbox_event (sequence) where published_at is null;
create index outbox_event_by_aggregate on outbox_event (aggregate);
