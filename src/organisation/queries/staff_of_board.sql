select p.id, p.given_name, p.prefix, p.family_name
from organisation_person p
where p.board_id = :board and p.id > :after
  and exists (
    select 1
    from organisation_appointment a
    where a.person_id = p.id and a.board_id = :board and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)
  )
order by p.id
limit :most
