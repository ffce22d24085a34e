select 1 as takes_part
from programme_participation
where person_id = :person
limit 1
