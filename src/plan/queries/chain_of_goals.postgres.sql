with recursive reached (id) as (
  select value from json_array_elements_text(cast(:goals as json)) as w (value)
  union
  select s.wider_id from reached cross join plan_service s where s.goal_id = reached.id and in_reach(s.board_id)
)
select s.goal_id as goal, s.wider_kind as kind, s.wider_id as id, coalesce(g.words, t.name) as words,
       coalesce(g.unit_id, t.unit_id) as unit
from reached
cross join plan_service s
left join plan_goal g on g.id = s.wider_id and in_reach(g.board_id)
left join plan_theme t on t.id = s.wider_id and in_reach(t.board_id)
where s.goal_id = reached.id and in_reach(s.board_id) and coalesce(g.words, t.name) is not null
order by s.goal_id, s.made_on, s.wider_id
