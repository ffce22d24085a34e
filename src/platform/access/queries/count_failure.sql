insert into access_throttle (key, failures, last_at)
values (:key, 1, :now)
on conflict (key) do update set failures = access_throttle.failures + 1, last_at = excluded.last_at
