select id, recipient, address, subject, body, language
from mail_message
where sent_at is null and given_up_at is null and gathered_in is null and due_at <= :now and haste = 'may_wait' and attempts = 0
  and address in (
    select address
    from mail_message
    where sent_at is null and given_up_at is null and gathered_in is null and due_at <= :now and haste = 'may_wait' and attempts = 0
    group by address
    having count(*) > 1
    order by address
    limit :most
  )
order by address, id
for update
