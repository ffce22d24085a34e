select t.cohort_id as cohort, t.told_on, coalesce(c.place, '') as place, c.people
from json_array_elements_text(cast(:programmes as json)) as wanted (value)
join programme_programme p on p.id = wanted.value and in_reach(p.board_id)
join programme_told t
  on t.board_id = p.board_id and t.programme_id = p.id
  and t.wave = (select max(n.wave) from programme_told n where n.board_id = t.board_id and n.cohort_id = t.cohort_id)
left join programme_told_count c on c.board_id = t.board_id and c.cohort_id = t.cohort_id and c.wave = t.wave
