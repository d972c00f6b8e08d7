-- A named right to act, held by one node at a time. The token grows with every new holder, so that a
-- late writer can be told from the present one.
create table lease (
  name text primary key,
  holder text not null,
  token bigint not null,
  expires_at timestamptz not null
);
