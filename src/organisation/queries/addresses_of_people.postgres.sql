select p.id as person, p.email
from json_array_elements_text(cast(:ids as json)) as wanted (value)
join organisation_person p on p.id = wanted.value
where in_reach(p.board_id) and p.board_id in (select value from json_array_elements_text(cast(:boards as json)))
