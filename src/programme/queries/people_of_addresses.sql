select distinct a.value as email, s.person_id as person
from json_each(:addresses) a
join programme_summons s on s.board_id = :board and lower(s.email) = a.value
order by a.value, s.person_id
