insert into plan_format_part (board_id, format_id, version, position, slot, title, questions, holds)
values (:board, :format, :version, :position, :slot, :title, :questions, :holds)
