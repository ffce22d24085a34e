select person_id
from access_ticket
where secret_hash = :secret_hash and used_at is null and expires_at > :now
