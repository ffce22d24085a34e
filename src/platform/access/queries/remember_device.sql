insert into access_device (secret_hash, person_id, seen_at)
values (:secret_hash, :person, :now)
on conflict (secret_hash) do update set seen_at = excluded.seen_at
