insert into programme_summons (board_id, meeting_id, person_id, email, token, answer)
select :board, :meeting, json_extract(value, '$.person'), json_extract(value, '$.email'), json_extract(value, '$.token'), 'waiting'
from json_each(:all)
