select t.participation_id as participation, t.telling_id as telling, t.person_id as person, t.recorded, t.present
from json_each(:ways) wanted
join programme_told_presence t on t.board_id = :board and t.participation_id = wanted.value
