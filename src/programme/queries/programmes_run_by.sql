select p.id, p.name
from json_each(:hosts) h
join programme_programme p on p.host_id = h.value and in_reach(p.board_id)
order by p.name
