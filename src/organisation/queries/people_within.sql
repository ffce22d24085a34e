select h.over_id as unit, p.id, p.given_name, p.prefix, p.family_name,
       coalesce(min(case when a.role in ('leader', 'board_member', 'facilitator') then a.function end), min(a.function)) as function,
       max(case when a.role in ('leader', 'board_member', 'facilitator') then 1 else 0 end) as leads
from organisation_unit_path h
join organisation_appointment a on a.unit_id = h.unit_id
join organisation_person p on p.board_id = a.board_id and p.id = a.person_id
where in_reach(a.board_id) and h.over_id = :unit and h.via = 'line' and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)
group by h.over_id, p.id, p.given_name, p.prefix, p.family_name, p.sort_name
order by leads desc, p.sort_name, p.id
limit :most
