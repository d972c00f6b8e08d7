select currency, channel, decision, reason, count(*) as requests, count(*) filter (where decision = 'approved') as approved,
  sum(requested_minor) as requested_amount, sum(approved_minor) as approved_amount
from (
  select currency, channel, case status when 'declined' then 'declined' else 'approved' end as decision,
    case status when 'declined' then coalesce(reasons[1], '') else '' end as reason, requested_minor, approved_minor
  from card_authorization
  where business_date between :from and :to) as decided
group by currency, channel, decision, reason
order by currency, channel, decision, reason
