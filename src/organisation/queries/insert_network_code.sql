insert into organisation_network_code (board_id, code_hash, network_id, expires_at)
values (:board, :hash, :network, :expires_at)
