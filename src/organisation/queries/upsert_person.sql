insert into organisation_person (board_id, id, given_name, prefix, family_name, email, sort_name, made_at)
values (:board, :id, :given_name, :prefix, :family_name, :email, :sort_name, :now)
on conflict (board_id, id) do update
set given_name = excluded.given_name, prefix = excluded.prefix, family_name = excluded.family_name,
    email = excluded.email, sort_name = excluded.sort_name
