insert into plan_served (board_id, wider_id, goals)
select :board, w.value,
       coalesce((select string_agg(substr(s.goal_id, 25, 12) || coalesce(substr(s.person_id, 25, 12), '000000000000'), '')
                 from plan_service s
                 where s.wider_id = w.value and s.level in ('person', 'peer_group') and s.state in ('open', 'reached')
                   and s.board_id = :board), '')
from json_array_elements_text(cast(:widers as json)) as w (value)
where true
on conflict (board_id, wider_id) do update set goals = excluded.goals
