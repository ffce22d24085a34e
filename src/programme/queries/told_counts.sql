select t.cohort_id as cohort, t.wave, c.place
from programme_told t
join programme_told_count c on c.board_id = t.board_id and c.cohort_id = t.cohort_id and c.wave = t.wave and c.people is not null
where t.board_id = :board and t.programme_id = :programme
