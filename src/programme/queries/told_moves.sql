select t.cohort_id as cohort, t.wave, m.participation_id as participation, m.place
from programme_told t
join programme_told_move m on m.board_id = t.board_id and m.cohort_id = t.cohort_id and m.wave = t.wave
where t.board_id = :board and t.programme_id = :programme
order by t.cohort_id, t.wave
