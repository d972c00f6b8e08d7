-- An automatic payment that was refused for lack of funds is tried once more, on a day that the cardholder is told before.
alter table autopay_order
  add column retry_on         date,
  add column retry_payment_id uuid;

create index autopay_order_to_retry on autopay_order (retry_on) where retry_on is not null and retry_payment_id is null;
create index autopay_order_by_due_date on autopay_order (due_on);
