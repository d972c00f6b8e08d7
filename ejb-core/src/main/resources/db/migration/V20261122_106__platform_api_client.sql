-- Partners that call the API, and their keys. A key is shown once and stored as its SHA-256.
create table api_client (
  id uuid primary key,
  name text not null unique,
  sandbox boolean not null,
  created_at timestamptz not null default clock_timestamp(),
  disabled_at timestamptz
);

create table api_key (
  key_hash bytea primary key,
  client_id uuid not null references api_client,
  hint text not null,
  scopes text[] not null,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);

create index api_key_by_client on api_key (client_id);
