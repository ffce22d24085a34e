insert into organisation_authority (board_id, number)
values (:board, :number)
on conflict (board_id, number) do nothing
