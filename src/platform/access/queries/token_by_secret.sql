select person_id as person, board_id as board, scope
from access_token
where secret_hash = :secret_hash and expires_at > :now
