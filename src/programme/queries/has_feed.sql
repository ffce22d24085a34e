select count(*)
from programme_feed
where person_id = :person
