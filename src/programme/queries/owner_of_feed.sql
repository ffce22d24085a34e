select person_id
from programme_feed
where secret_hash = :hash
