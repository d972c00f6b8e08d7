-- Wrong PINs in a row; a right one deletes the row.
create table card_pin_tries (
  card_id uuid primary key,
  wrong int not null check (wrong > 0),
  last_at timestamptz not null
);
