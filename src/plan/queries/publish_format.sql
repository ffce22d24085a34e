update plan_format_version
set published_on = :published_on
where board_id = :board and format_id = :format and version = :version
