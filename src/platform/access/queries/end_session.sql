delete from access_session
where secret_hash = :secret_hash or previous_hash = :secret_hash
