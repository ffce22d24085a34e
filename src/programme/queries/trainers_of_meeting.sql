select person_id as person, part
from programme_meeting_trainer
where board_id = :board and meeting_id = :meeting
order by case part when 'leads' then 0 when 'co_leads' then 1 else 2 end, person_id
