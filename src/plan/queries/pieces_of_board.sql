select kind, id, unit, words, level, state, due
from (select 'theme' as kind, t.id, t.unit_id as unit, t.name as words, 'board' as level, 'open' as state, null as due,
             t.unit_id as place, t.position
      from plan_theme t
      where t.board_id = :board and t.ended_on is null
      union all
      select 'goal', g.id, g.unit_id, g.words, g.level, g.state, g.due, '', 0
      from plan_goal g
      where g.board_id = :board and g.unit_id > '' and g.state <> 'dropped') pieces
order by kind desc, level, place, position, id
