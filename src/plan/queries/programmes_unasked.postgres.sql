select distinct w.unit_id as unit, p.id as programme, p.name
from json_array_elements_text(cast(:units as json)) as u (value)
join programme_participation w on w.unit_id = u.value and in_reach(w.board_id)
join programme_programme p on p.id = w.programme_id and in_reach(p.board_id)
where w.person_id is null and w.status in ('committed', 'active')
  and not exists (select 1 from plan_initiative i where i.unit_id = w.unit_id and i.programme_id = w.programme_id and in_reach(i.board_id))
order by p.name, w.unit_id
