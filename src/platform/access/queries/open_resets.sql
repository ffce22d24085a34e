select count(*)
from access_ticket
where person_id = :person and kind = 'reset' and expires_at > :now
