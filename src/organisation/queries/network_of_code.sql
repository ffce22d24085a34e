select network_id
from organisation_network_code
where code_hash = :hash and expires_at > :now
