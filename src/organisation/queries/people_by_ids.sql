select '' as unit, p.id, p.given_name, p.prefix, p.family_name, '' as function, 0 as leads
from json_each(:ids) wanted
join organisation_person p on p.id = wanted.value
where in_reach(p.board_id) and p.board_id in (select value from json_each(:boards))
