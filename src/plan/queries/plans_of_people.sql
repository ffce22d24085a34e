select p.id as plan, p.person_id as person, p.kind, p.begun_on, p.discussed_on
from json_each(:people) w
join plan_plan p on p.board_id = :board and p.person_id = w.value
where p.closed_on is null
order by p.person_id, p.begun_on desc, p.id
