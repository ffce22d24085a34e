insert into programme_answer_link (board_id, secret_hash, meeting_id, person_id)
select :board, one ->> 'hash', :meeting, one ->> 'person'
from json_array_elements(cast(:all as json)) as every (one)
