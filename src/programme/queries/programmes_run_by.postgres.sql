select p.id, p.name
from json_array_elements_text(cast(:hosts as json)) as h (value)
join programme_programme p on p.host_id = h.value and in_reach(p.board_id)
order by p.name
