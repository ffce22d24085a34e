insert into access_token (secret_hash, person_id, board_id, scope, made_at, expires_at)
values (:secret_hash, :person, :board, :scope, :now, :expires_at)
