create table portal_user (
  id                uuid        primary key,
  username          text        not null unique check (username = lower(username)),
  role              text        not null check (role in ('cardholder', 'underwriter', 'operations', 'auditor', 'admin')),
  customer_id       uuid        null references customer (id),
  password_hash     text        not null,
  failed_attempts   int         not null check (failed_attempts >= 0),
  locked_until      timestamptz null,
  disabled          boolean     not null,
  created_at        timestamptz not null,
  last_signed_in_at timestamptz null,
  version           bigint      not null,
  check ((role = 'cardholder') = (customer_id is not null))
);

create index portal_user_customer on portal_user (customer_id) where customer_id is not null;

-- The token isn't stored in any form: it is computed from the id with a key outside the database.
create table invitation (
  id          uuid        primary key,
  customer_id uuid        not null references customer (id),
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz null,
  version     bigint      not null
);

create index invitation_customer on invitation (customer_id);
