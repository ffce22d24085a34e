insert into programme_feed (person_id, secret_hash, made_at)
values (:person, :hash, :now)
on conflict (person_id) do update
set secret_hash = excluded.secret_hash, made_at = excluded.made_at
