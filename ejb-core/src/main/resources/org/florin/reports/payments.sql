select e.currency, e.booked_on as day, replace(replace(l.gl_account, '_clearing', ''), '_', ' ') as rail,
  count(*) filter (where e.kind = 'payment') as payments,
  coalesce(-sum(e.amount_minor) filter (where e.kind = 'payment'), 0) as received,
  count(*) filter (where e.kind = 'payment_return') as returns,
  coalesce(sum(e.amount_minor) filter (where e.kind = 'payment_return'), 0) as returned,
  coalesce(sum(p.amount_minor), 0) as ordered, sum(l.amount_minor) as clearing,
  -sum(e.amount_minor) - sum(l.amount_minor) as difference
from journal_entry e
join journal_line l on l.entry_id = e.id and l.line = 2
left join payment p on p.transaction_id = e.id
where e.kind in ('payment', 'payment_return') and e.booked_on between :from and :to
group by e.currency, e.booked_on, l.gl_account
order by e.currency, e.booked_on, l.gl_account
