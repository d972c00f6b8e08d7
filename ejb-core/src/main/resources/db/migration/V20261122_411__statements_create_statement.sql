-- Statements as they were drawn, for ever. The document holds everything a statement says; what is shown is made of
-- it once and kept.
create table account_statement (
  id                     uuid   primary key,
  account_id             uuid   not null,
  from_day               date   not null,
  closed_on              date   not null,
  due_on                 date   not null,
  currency               text   not null,
  cut_off                bigint not null,
  previous_balance_minor bigint not null,
  interest_minor         bigint not null,
  fees_minor             bigint not null,
  new_balance_minor      bigint not null,
  past_due_minor         bigint not null,
  minimum_minor          bigint not null,
  document               text   not null,
  unique (account_id, closed_on)
);

create table statement_rendition (
  statement_id uuid  not null references account_statement,
  media_type   text  not null,
  content      bytea not null,
  primary key (statement_id, media_type)
);

create trigger account_statement_append_only
  before update or delete or truncate on account_statement
  for each statement execute function refuse_change();
create trigger statement_rendition_append_only
  before update or delete or truncate on statement_rendition
  for each statement execute function refuse_change();

insert into gl_account (code, name, side) values ('charge_off_loss', 'Charged off', 'expense');
