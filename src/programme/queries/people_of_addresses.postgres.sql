select distinct a.value as email, s.person_id as person
from json_array_elements_text(cast(:addresses as json)) as a (value)
join programme_summons s on s.board_id = :board and lower(s.email) = a.value
order by a.value, s.person_id
