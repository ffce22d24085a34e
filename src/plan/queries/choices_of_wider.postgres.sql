select null as goal, 'theme' as kind, t.id, t.name as words, t.unit_id as unit
from json_array_elements_text(cast(:units as json)) as w (value)
join plan_theme t on t.board_id = :board and t.unit_id = w.value
where t.ended_on is null
union all
select null as goal, 'goal' as kind, g.id, g.words, g.unit_id as unit
from json_array_elements_text(cast(:units as json)) as w (value)
join plan_goal g on g.board_id = :board and g.unit_id = w.value
where g.state = 'open'
order by 2 desc, 4
