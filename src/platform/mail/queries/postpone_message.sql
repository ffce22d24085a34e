update mail_message
set due_at = :at, failure = :failure
where id = :id
