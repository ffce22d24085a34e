select id, address, token, key, board_id as board
from mail_message
where token = :token and token <> ''
order by id desc
limit 1
