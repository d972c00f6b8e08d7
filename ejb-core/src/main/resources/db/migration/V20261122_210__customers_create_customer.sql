-- Who holds accounts. Everything that names a person is sealed with that person's own key, so that
-- destroying one key makes every copy of their data unreadable; books refer to the id alone.
create table customer (
  id          uuid        primary key,
  external_id text        null unique,
  created_at  timestamptz not null,
  version     bigint      not null
);

create table customer_data (
  customer_id  uuid        primary key references customer (id),
  data_key     bytea       not null,
  sealed       bytea       not null,
  tax_id_index bytea       null,
  email_index  bytea       null,
  name_index   bytea       null,
  updated_at   timestamptz not null
);

create index customer_data_tax_id on customer_data (tax_id_index);
create index customer_data_email on customer_data (email_index);
create index customer_data_name on customer_data (name_index);
