select kind, id, unit, words, level, state, due
from (select 'theme' as kind, t.id, t.unit_id as unit, t.name as words, 'board' as level, 'open' as state, null as due,
             t.unit_id as place, t.position
      from plan_theme t
      where t.board_id = :board and t.ended_on is null
      union all
      select 'goal', g.id, g.unit_id, g.words, g.level, g.state, g.due, '', 0
      from plan_goal g
      where g.board_id = :board and g.unit_id > '' and g.state <> 'dropped'
      union all
      select kind, id, unit, words, level, state, due, place, position
      from (select 'theme' as kind, t.id, t.unit_id as unit, t.name as words, 'board' as level, 'open' as state, null as due,
                   t.unit_id as place, t.position
            from plan_goal g
            join plan_service s on s.goal_id = g.id and s.board_id = g.board_id
            join plan_theme t on t.id = s.wider_id
            where exists (select 1 from organisation_unit_path p where p.board_id = :board and p.over_board_id <> :board)
              and g.board_id = :board and g.unit_id > '' and g.state <> 'dropped' and t.board_id <> :board and in_reach(t.board_id)
              and t.ended_on is null
            union
            select 'goal', w.id, w.unit_id, w.words, w.level, w.state, w.due, '', 0
            from plan_goal g
            join plan_service s on s.goal_id = g.id and s.board_id = g.board_id
            join plan_goal w on w.id = s.wider_id
            where exists (select 1 from organisation_unit_path p where p.board_id = :board and p.over_board_id <> :board)
              and g.board_id = :board and g.unit_id > '' and g.state <> 'dropped' and w.board_id <> :board and in_reach(w.board_id)
              and w.state <> 'dropped'
            union
            select 'theme', t.id, t.unit_id, t.name, 'board', 'open', null, t.unit_id, t.position
            from plan_goal g
            join plan_service s on s.goal_id = g.id and s.board_id = g.board_id
            join plan_goal w on w.id = s.wider_id
            join plan_service a on a.goal_id = w.id and a.board_id = w.board_id
            join plan_theme t on t.id = a.wider_id
            where exists (select 1 from organisation_unit_path p where p.board_id = :board and p.over_board_id <> :board)
              and g.board_id = :board and g.unit_id > '' and g.state <> 'dropped' and w.board_id <> :board and in_reach(w.board_id)
              and w.state <> 'dropped' and in_reach(t.board_id) and t.board_id <> :board and t.ended_on is null) elsewhere) pieces
order by kind desc, level, place, position, id
