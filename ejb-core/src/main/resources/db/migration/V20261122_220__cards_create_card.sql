-- Cards without their numbers; the numbers are in vault_pan, sealed.
create table card (
  id                   uuid        primary key,
  account_id           uuid        not null,
  customer_id          uuid        not null,
  state                text        not null check (state in ('pending_activation', 'active', 'paused', 'closed')),
  closed_reason        text        null check (closed_reason in
                         ('lost', 'stolen', 'compromised', 'damaged', 'expired', 'customer', 'bank')),
  kind                 text        not null check (kind in ('virtual', 'physical')),
  bin                  text        not null check (bin ~ '^[0-9]{6,8}$'),
  last4                text        not null check (last4 ~ '^[0-9]{4}$'),
  expiry_month         int         not null check (expiry_month between 1 and 12),
  expiry_year          int         not null check (expiry_year between 2000 and 2199),
  security_code_scheme text        not null check (security_code_scheme in ('cvk', 'none')),
  external_id          text        null,
  activated_at         timestamptz null,
  created_at           timestamptz not null,
  version              bigint      not null,
  check ((state = 'closed') = (closed_reason is not null))
);

create index card_account on card (account_id);
create index card_customer on card (customer_id);
create unique index card_external_id on card (external_id) where external_id is not null;

create table vault_pan (
  card_id     uuid  primary key references card (id),
  sealed      bytea not null,
  key_version int   not null,
  pan_index   bytea not null unique
);

-- Data keys, each wrapped by the key-encrypting key that lives outside the database.
create table vault_key (
  version    int         primary key check (version > 0),
  wrapped    bytea       not null,
  created_at timestamptz not null
);

create table card_event (
  id          bigint      generated always as identity primary key,
  card_id     uuid        not null references card (id),
  occurred_at timestamptz not null,
  from_state  text        null,
  to_state    text        not null,
  reason      text        null,
  actor       text        not null,
  channel     text        not null
);

create index card_event_card on card_event (card_id, id);
