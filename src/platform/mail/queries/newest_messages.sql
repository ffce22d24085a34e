select id, recipient as "to", subject, body as "text", queued_at, sent_at
from mail_message
order by id desc
limit :most
