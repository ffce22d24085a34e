-- The text may hold a link for one use, so it goes once the message left.
update mail_message
set sent_at = :at, body = ''
where id = :id
