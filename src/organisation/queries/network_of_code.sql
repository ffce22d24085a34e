select board_id as board, network_id as network
from organisation_network_code
where code_hash = :hash and expires_at > :now
