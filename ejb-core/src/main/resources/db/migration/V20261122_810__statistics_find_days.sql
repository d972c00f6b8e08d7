-- What happened on a day is found without reading every account.
create index card_authorization_by_business_date on card_authorization using brin (business_date);
create index credit_account_by_opening on credit_account (opened_on);
