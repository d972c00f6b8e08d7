select e.currency, a.product_code as product, e.kind, e.description as charge, count(*) as entries,
  coalesce(sum(e.amount_minor) filter (where e.amount_minor > 0), 0) as charged,
  coalesce(-sum(e.amount_minor) filter (where e.amount_minor < 0), 0) as given_back,
  sum(e.amount_minor) as net
from journal_entry e
join credit_account a on a.id = e.account_id
where e.kind in ('interest', 'fee') and e.booked_on between :from and :to
group by e.currency, a.product_code, e.kind, e.description
order by e.currency, a.product_code, e.kind, e.description
