-- What was sent may hold a link for one use: the text goes.
update mail_message
set sent_at = :at, body = ''
where id = :id
