select id, recipient as "to", subject, body as "text", queued_at, sent_at
from mail_message
where id = :id
