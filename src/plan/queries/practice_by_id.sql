select p.board_id as board, p.id, p.unit_id as unit, p.kind, p.name, p.driver, p.staff_groups, p.owner_id as owner, p.policy, p.since,
       p.ended_on, p.made_on
from plan_hr_practice p
where in_reach(p.board_id) and p.id = :practice
