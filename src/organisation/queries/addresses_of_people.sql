select p.id as person, p.email
from json_each(:ids) wanted
join organisation_person p on p.id = wanted.value
where in_reach(p.board_id) and p.board_id in (select value from json_each(:boards))
