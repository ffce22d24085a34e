select s.person_id as person, s.board_id as board, a.email, s.csrf, a.language, a.theme, s.rotated_at, s.seen_at,
       case when s.previous_hash = :secret_hash then 1 else 0 end as by_previous
from access_session s
join access_account a on a.person_id = s.person_id
where (s.secret_hash = :secret_hash or s.previous_hash = :secret_hash)
  and s.expires_at > :now
  and s.seen_at > :idle_since
