select distinct board_id
from mail_message
where id = :id or gathered_in = :id
