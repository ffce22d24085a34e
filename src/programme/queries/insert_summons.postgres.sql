insert into programme_summons (board_id, meeting_id, person_id, email, token, answer)
select :board, :meeting, one ->> 'person', one ->> 'email', one ->> 'token', 'waiting'
from json_array_elements(cast(:all as json)) as every (one)
