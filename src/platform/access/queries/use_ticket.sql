update access_ticket
set used_at = :now
where secret_hash = :secret_hash and used_at is null
