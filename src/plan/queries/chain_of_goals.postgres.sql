-- Asked per goal, which offset 0 keeps so, since PostgreSQL does not know how few goals a chain reaches.
with recursive reached (id) as (
  select value collate "C" from json_array_elements_text(cast(:goals as json)) as w (value)
  union
  select s.wider_id
  from reached
  join lateral (select wider_id from plan_service where goal_id = reached.id and in_reach(board_id) offset 0) s on true
)
select s.goal_id as goal, s.wider_kind as kind, s.wider_id as id, coalesce(g.words, t.name) as words,
       coalesce(g.unit_id, t.unit_id) as unit
from reached
join lateral (select goal_id, wider_kind, wider_id, made_on from plan_service
              where goal_id = reached.id and in_reach(board_id) offset 0) s on true
left join lateral (select words, unit_id from plan_goal
                   where id = s.wider_id and in_reach(board_id) offset 0) g on true
left join lateral (select name, unit_id from plan_theme
                   where id = s.wider_id and in_reach(board_id) offset 0) t on true
where coalesce(g.words, t.name) is not null
order by s.goal_id, s.made_on, s.wider_id
