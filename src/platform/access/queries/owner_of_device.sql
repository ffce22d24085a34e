select person_id
from access_device
where secret_hash = :secret_hash and person_id = :person
