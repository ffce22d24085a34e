select position, slot, title, questions, holds
from plan_format_part
where board_id = :board and format_id = :format and version = :version
order by position
