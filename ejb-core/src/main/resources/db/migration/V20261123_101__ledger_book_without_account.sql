-- Movements between the bank's own accounts: entries that no cardholder's account has a part in.
alter table journal_entry alter column account_id drop not null;
alter table journal_entry add constraint journal_entry_of_the_bank check (account_id is not null or amount_minor = 0);

insert into gl_account (code, name, side) values
  ('dispute_suspense', 'Credited for disputes and not allocated yet', 'asset'),
  ('dispute_loss', 'Written off for disputes', 'expense');
