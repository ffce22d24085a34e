update mail_message
set sent_at = :at
where id = :id
