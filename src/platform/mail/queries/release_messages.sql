-- They were taken, and not tried.
update mail_message
set due_at = :now, attempts = attempts - 1
where sent_at is null and id in (select value from json_each(:ids))
