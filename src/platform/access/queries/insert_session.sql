insert into access_session (secret_hash, person_id, csrf, device, made_at, rotated_at, seen_at, expires_at)
values (:secret_hash, :person, :csrf, :device, :now, :now, :now, :expires_at)
