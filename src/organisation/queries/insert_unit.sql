insert into organisation_unit (board_id, id, kind, name, sort_name, town, terms, above_id, made_at)
values (:board, :id, :kind, :name, :sort_name, :town, :terms, :above, :now)
