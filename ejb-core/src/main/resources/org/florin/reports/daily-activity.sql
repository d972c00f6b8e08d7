select currency, booked_on as day, replace(kind, '_', ' ') as activity, count(*) as entries,
  coalesce(sum(amount_minor) filter (where amount_minor > 0), 0) as debits,
  coalesce(-sum(amount_minor) filter (where amount_minor < 0), 0) as credits,
  sum(amount_minor) as net
from journal_entry
where booked_on between :from and :to
group by currency, booked_on, kind
order by currency, booked_on, kind
