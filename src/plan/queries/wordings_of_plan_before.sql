select slot, revision, words, person_id as person, written_at
from plan_wording
where board_id = :board and plan_id = :plan
order by written_at desc, slot, revision desc
limit :most
