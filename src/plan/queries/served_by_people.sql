with found as materialized (
  select w.value as wider,
         (select group_concat(substr(s.goal_id, 25, 12) || substr(coalesce(s.person_id, s.goal_id), 25, 12), '')
          from plan_service s
          where s.wider_id = w.value and s.level in ('person', 'peer_group') and s.state in ('open', 'reached')
            and in_reach(s.board_id)) as goals
  from json_each(:widers) w
)
select wider, goals
from found
where goals is not null
