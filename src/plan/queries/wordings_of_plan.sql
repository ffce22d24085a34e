select slot, revision, words, person_id as person, written_at
from plan_wording
where board_id = :board and plan_id = :plan and is_now = 1
order by slot
