select h.trainer_id as trainer, h.step, h.part, h.reason, h.set_on
from programme_trainer t
join programme_trainer_part h on h.board_id = t.board_id and h.trainer_id = t.id
where t.board_id = :board and t.programme_id = :programme and t.ended_on is null
order by h.trainer_id, h.step
