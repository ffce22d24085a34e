select csrf, device, made_at, seen_at
from access_session
where person_id = :person
  and expires_at > :now
  and seen_at > :idle_since
order by seen_at desc
