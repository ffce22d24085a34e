select board_id
from programme_answer_link
where secret_hash = :hash
