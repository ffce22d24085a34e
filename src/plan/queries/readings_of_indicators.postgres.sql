select r.indicator_id as indicator, r.id, r.value, r.on_day, r.source, r.evidence, r.person_id as person
from json_array_elements_text(cast(:indicators as json)) as w (value)
join plan_reading r on r.board_id = :board and r.indicator_id = w.value
order by r.indicator_id, r.on_day, r.id
