select d.participation_id as participation, d.step, d.done_on
from programme_participation w
join programme_step_done d on d.board_id = w.board_id and d.participation_id = w.id and d.attempt = w.attempt
where w.board_id = :board and w.id = :participation
order by d.step
