select e.board_id as board
from audit_entry e
join audit_entry first on first.board_id = e.board_id and first.number = 1
where e.number is null and e.id > first.id
limit 1
