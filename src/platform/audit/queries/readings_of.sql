select at, coalesce(actor_id, '') as reader
from audit_entry
where board_id = :board and subject_id = :subject and act = :act
order by id desc
limit :most
