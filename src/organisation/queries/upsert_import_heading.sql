insert into organisation_import_heading (board_id, member, heading)
values (:board, :member, :heading)
on conflict (board_id, member) do update set heading = excluded.heading
