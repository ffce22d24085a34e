insert into access_ticket (secret_hash, person_id, kind, expires_at)
values (:secret_hash, :person, :kind, :expires_at)
