select t.participation_id as participation, t.telling_id as telling, t.person_id as person, t.recorded, t.present
from json_array_elements_text(cast(:ways as json)) as wanted (value)
join programme_told_presence t on t.board_id = :board and t.participation_id = wanted.value
