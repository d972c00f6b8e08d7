-- Whether an announced refund can be spent before it clears; a program's own choice.
alter table authorization_program add column refund_raises_credit boolean not null default false;
create index card_authorization_refunds on card_authorization (account_id) where kind = 'refund';
