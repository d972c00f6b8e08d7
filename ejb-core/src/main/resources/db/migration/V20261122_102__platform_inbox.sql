-- What a consumer has already taken effect for; written in the transaction of the effect.
create table inbox_message (
  source text not null,
  event_id uuid not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (source, event_id)
);
