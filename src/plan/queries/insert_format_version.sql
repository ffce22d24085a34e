insert into plan_format_version (board_id, format_id, version, published_on)
values (:board, :format, :version, :published_on)
