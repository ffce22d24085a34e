select w.board_id as board, w.id, w.programme_id as programme, p.name as programme_name, p.host_id as host, w.cohort_id as cohort, c.name as cohort_name,
       c.version, c.school_year, c.second_year, w.unit_board_id as unit_board, w.unit_id as unit, w.person_id as person, w.status,
       w.reason, w.since, m.attempt
from programme_meeting_participation m
join programme_participation w on w.board_id = m.board_id and w.id = m.participation_id
join programme_programme p on p.board_id = w.board_id and p.id = w.programme_id
join programme_cohort c on c.board_id = w.board_id and c.id = w.cohort_id
where m.board_id = :board and m.meeting_id = :meeting
order by w.id
