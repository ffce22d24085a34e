insert into organisation_function (board_id, name, role)
values (:board, :name, :role)
on conflict (board_id, name) do nothing
