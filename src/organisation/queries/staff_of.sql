select w.value as unit, p.id, p.given_name, p.prefix, p.family_name,
       coalesce(min(case a.role when 'leader' then a.function end), min(a.function)) as function,
       max(case a.role when 'leader' then 1 else 0 end) as leads
from json_each(:units) w
join organisation_unit_path h on h.over_id = w.value and h.via = 'line'
join organisation_appointment a on a.unit_id = h.unit_id
join organisation_person p on p.board_id = a.board_id and p.id = a.person_id
where in_reach(a.board_id) and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)
group by w.value, p.id, p.given_name, p.prefix, p.family_name, p.sort_name
order by p.sort_name
