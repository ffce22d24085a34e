select o.change_id as change, o.person_id as person, o.on_day, o.seen, o.words
from json_each(:changes) w
join plan_observation o on o.board_id = :board and o.change_id = w.value
order by o.change_id, o.on_day desc, o.person_id
