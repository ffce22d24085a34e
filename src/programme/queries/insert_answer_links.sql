insert into programme_answer_link (board_id, secret_hash, meeting_id, person_id)
select :board, json_extract(value, '$.hash'), :meeting, json_extract(value, '$.person')
from json_each(:all)
