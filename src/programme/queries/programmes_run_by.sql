select p.id, p.name
from json_each(:hosts) h
join programme_programme p on p.host_id = h.value
order by p.name
