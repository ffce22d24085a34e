delete from plan_format_part
where board_id = :board and format_id = :format and version = :version
