update mail_message
set due_at = :until, attempts = attempts + 1
where id in (select value from json_each(:ids))
