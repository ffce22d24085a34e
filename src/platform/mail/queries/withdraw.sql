delete from mail_message
where key = :key and key <> '' and sent_at is null and given_up_at is null
