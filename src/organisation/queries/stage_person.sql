insert into organisation_person_version (board_id, id, given_name, prefix, family_name, email, sort_name, made_at, invited_at, shown_by, replaces)
values (:board, :id, :given_name, :prefix, :family_name, :email, :sort_name, :now, :invited_at, :import, :replaces)
