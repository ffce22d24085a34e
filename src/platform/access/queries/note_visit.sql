update access_session
set seen_at = :now
where secret_hash = :secret_hash
