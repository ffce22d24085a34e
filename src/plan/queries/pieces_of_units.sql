select kind, id, unit, words, level, state, due
from (select 'theme' as kind, t.id, t.unit_id as unit, t.name as words, 'board' as level, 'open' as state, null as due,
             t.unit_id as place, t.position
      from json_each(:units) w
      join plan_theme t on t.unit_id = w.value and in_reach(t.board_id)
      where t.ended_on is null
      union all
      select 'goal', g.id, g.unit_id, g.words, g.level, g.state, g.due, '', 0
      from json_each(:units) w
      join plan_goal g on g.unit_id = w.value and in_reach(g.board_id)
      where g.state <> 'dropped') pieces
order by kind desc, level, place, position, id
