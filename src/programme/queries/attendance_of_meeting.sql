select person_id as person, presence
from programme_attendance
where board_id = :board and meeting_id = :meeting
