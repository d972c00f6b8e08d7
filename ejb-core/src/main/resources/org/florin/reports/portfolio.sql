select a.currency, a.product_code as product, replace(a.status, '_', ' ') as status, count(*) as accounts,
  count(*) filter (where a.opened_on >= :from) as opened, sum(a.credit_limit_minor) as credit_limit,
  sum(a.posted_balance_minor - coalesce(later.minor, 0)) as balance
from credit_account a
left join (select account_id, sum(amount_minor) as minor from journal_entry where booked_on > :to group by account_id)
  as later on later.account_id = a.id
where a.opened_on <= :to
group by a.currency, a.product_code, a.status
order by a.currency, a.product_code, a.status
