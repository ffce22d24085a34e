select count(*)
from plan_goal g
where in_reach(g.board_id) and g.unit_id = :unit and g.state = 'open'
  and not exists (select 1 from plan_stop s where s.board_id = g.board_id and s.goal_id = g.id and s.choice <> 'skipped')
