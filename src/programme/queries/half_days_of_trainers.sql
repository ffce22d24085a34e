select h.trainer_id as trainer, h.school_year, h.half_days
from programme_trainer t
join programme_trainer_half_days h on h.board_id = t.board_id and h.trainer_id = t.id
where t.board_id = :board and t.programme_id = :programme and t.ended_on is null
order by h.trainer_id, h.school_year
