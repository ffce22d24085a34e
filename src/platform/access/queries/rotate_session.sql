update access_session
set previous_hash = secret_hash, secret_hash = :fresh_hash, rotated_at = :now, seen_at = :now
where secret_hash = :secret_hash
