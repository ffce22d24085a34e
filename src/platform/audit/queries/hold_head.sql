insert into audit_head (board_id, number, hash)
values (:board, 0, '')
on conflict (board_id) do update set number = audit_head.number
