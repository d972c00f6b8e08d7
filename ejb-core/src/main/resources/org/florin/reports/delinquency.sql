select currency, (array['current', '1 to 29', '30 to 59', '60 to 89', '90 to 119', '120 to 149', '150 to 179',
    '180 and more'])[bucket + 1] as bucket,
  count(*) as accounts, sum(balance_minor) as balance, sum(past_due_minor) as past_due,
  count(*) filter (where bucket > bucket_before) as worse, count(*) filter (where bucket < bucket_before) as better
from (
  select a.currency, stood.closing_minor as balance_minor, stood.past_due_minor,
    case when stood.days = 0 then 0 else least(stood.days / 30 + 1, 7) end as bucket,
    case when coalesce(before.days, 0) = 0 then 0 else least(before.days / 30 + 1, 7) end as bucket_before
  from credit_account a
  cross join lateral (
    select days_past_due as days, closing_minor, (
      select coalesce(sum(due.minor), 0) from unnest(dues_on, dues_minor) as due(day, minor) where due.day < account_day.day)
      as past_due_minor
    from account_day where account_id = a.id and day <= :to order by day desc, version desc limit 1) as stood
  left join lateral (
    select days_past_due as days from account_day where account_id = a.id and day < :from
    order by day desc, version desc limit 1) as before on true) as counted
group by currency, bucket
order by currency, counted.bucket
