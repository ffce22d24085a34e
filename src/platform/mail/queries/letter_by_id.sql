select id, address, token, key, board_id as board
from mail_message
where id = :id and token = :token
