select o.change_id as change, o.person_id as person, o.on_day, o.seen, o.words
from json_array_elements_text(cast(:changes as json)) as w (value)
join plan_observation o on o.board_id = :board and o.change_id = w.value
order by o.change_id, o.on_day desc, o.person_id
