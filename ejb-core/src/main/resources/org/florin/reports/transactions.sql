select e.currency, e.account_id as account, coalesce(a.external_id, '') as number, e.booked_on,
  e.sequence::text as posting, coalesce(e.external_id, '') as reference, e.kind, e.description,
  coalesce(c.last4, '') as card, e.channel, e.amount_minor as amount
from journal_entry e
join credit_account a on a.id = e.account_id
left join card c on c.id = e.card_id
where e.booked_on between :from and :to
order by e.currency, e.account_id, e.sequence
