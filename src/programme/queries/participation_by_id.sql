select w.board_id as board, w.id, w.programme_id as programme, p.name as programme_name, p.host_id as host, w.cohort_id as cohort, c.name as cohort_name,
       c.version, c.school_year, c.second_year, w.unit_board_id as unit_board, w.unit_id as unit, w.person_id as person, w.status,
       w.reason, w.since, w.attempt
from programme_participation w
join programme_programme p on p.board_id = w.board_id and p.id = w.programme_id
join programme_cohort c on c.board_id = w.board_id and c.id = w.cohort_id
where in_reach(w.board_id) and w.id = :participation
