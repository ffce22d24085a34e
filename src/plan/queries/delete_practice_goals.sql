delete from plan_hr_practice_goal
where board_id = :board and practice_id = :practice
  and exists (select 1 from plan_goal g where in_reach(g.board_id) and g.id = plan_hr_practice_goal.goal_id and g.state <> 'dropped')
