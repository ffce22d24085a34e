insert into organisation_person_version (board_id, id, given_name, prefix, family_name, email, sort_name, terms, made_at)
values (:board, :id, :given_name, :prefix, :family_name, :email, :sort_name, :terms, :now)
