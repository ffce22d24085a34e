-- The text may hold a link for one use, so it goes once the message left.
update mail_message
set sent_at = :at, body = '', calendar = '', failure = ''
where id = :id or gathered_in = :id
