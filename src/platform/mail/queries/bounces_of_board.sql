select address, status, reason, at
from mail_bounce
where board_id = :board
order by at desc, address
