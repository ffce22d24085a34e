select coalesce(sum(goal), 0) as goals, count(asks) as with_hours, coalesce(sum(asks), 0.0) as asked, coalesce(sum(freed), 0.0) as freed
from (select 1 as goal, s.asks, case s.choice when 'something_stops' then s.freed end as freed
      from json_array_elements_text(cast(:units as json)) as w (value)
      join plan_goal g on g.unit_id = w.value and in_reach(g.board_id)
      left join plan_stop s on s.board_id = g.board_id and s.goal_id = g.id
      where g.state = 'open'
      union all
      select 0, i.asks, case i.choice when 'something_stops' then i.freed end
      from json_array_elements_text(cast(:units as json)) as w (value)
      join plan_initiative i on i.unit_id = w.value and in_reach(i.board_id)
      where exists (select 1 from programme_participation p
                    where p.unit_id = i.unit_id and p.programme_id = i.programme_id and p.person_id is null and in_reach(p.board_id)
                      and p.status in ('intake', 'committed', 'active', 'paused'))) asked
