update organisation_unit
set name = :name, sort_name = :sort_name, town = :town, terms = :terms
where board_id = :board and id = :unit
