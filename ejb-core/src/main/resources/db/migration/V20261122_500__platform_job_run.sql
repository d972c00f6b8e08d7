-- Background work: one row for each thing to be done once. The row is also the lease: who works on it holds
-- the current token and keeps the heartbeat young; a run whose heartbeat is old may be taken over.
create table job_run (
  id uuid primary key,
  job text not null,
  business_key text not null,
  parameters text not null,
  status text not null check (status in ('queued', 'running', 'completed', 'completed_with_exceptions', 'failed',
    'stopped')),
  token bigint not null default 0,
  holder text,
  starts int not null default 0,
  processed bigint not null default 0,
  total bigint not null default 0,
  stop_requested boolean not null default false,
  message text,
  requested_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  heartbeat_at timestamptz,
  ended_at timestamptz,
  unique (job, business_key)
);

create index job_run_open on job_run (created_at) where status in ('queued', 'running');
