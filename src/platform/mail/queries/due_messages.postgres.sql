-- What was queued later for an address waits for what failed before, so that it arrives in order.
select id, recipient, address, subject, body, queued_at, token, calendar_method, calendar, attempts
from mail_message m
where m.sent_at is null and m.given_up_at is null and m.gathered_in is null and m.due_at <= :now
  and not exists (
    select 1
    from mail_message e
    where e.address = m.address and e.id < m.id and e.sent_at is null and e.given_up_at is null and e.attempts > 0
  )
order by m.due_at, m.id
limit :most
for update of m skip locked
