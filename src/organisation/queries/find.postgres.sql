with hit as (
  select distinct s.kind, s.object_id
  from organisation_search s
  where s.board_id = :board and s.term >= :first and s.term < :first_end
    and (s.kind = 'person' and exists (select 1 from organisation_person p where p.board_id = :board and p.id = s.object_id and strpos(p.terms, ' ' || :second) > 0 and strpos(p.terms, ' ' || :third) > 0 and strpos(p.terms, ' ' || :fourth) > 0)
      or s.kind = 'unit' and exists (select 1 from organisation_unit u where u.board_id = :board and u.id = s.object_id and strpos(u.terms, ' ' || :second) > 0 and strpos(u.terms, ' ' || :third) > 0 and strpos(u.terms, ' ' || :fourth) > 0))
  limit 500
)
select kind, id, name, about, unit_kind
from (
  select hit.kind, u.id, u.name, u.town as about, u.kind as unit_kind, u.sort_name
  from hit
  join organisation_unit u on u.board_id = :board and u.id = hit.object_id
  where hit.kind = 'unit' and u.ended_on is null
  union all
  select hit.kind, p.id, p.given_name || case p.prefix when '' then '' else ' ' || p.prefix end || ' ' || p.family_name,
         coalesce((select a.function || ' · ' || au.name
                   from organisation_appointment a
                   join organisation_unit au on au.board_id = a.board_id and au.id = a.unit_id
                   where a.person_id = p.id and a.board_id = :board and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)
                   order by a.fte desc, a.id
                   limit 1), ''), null, p.sort_name
  from hit
  join organisation_person p on p.board_id = :board and p.id = hit.object_id
  where hit.kind = 'person'
    and (:everybody = 1 or exists (select 1 from organisation_appointment a
                                   where a.person_id = p.id and a.board_id = :board and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)))
) as found
order by case kind when 'unit' then 0 else 1 end, sort_name
limit :most
