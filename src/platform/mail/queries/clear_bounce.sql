delete from mail_bounce
where board_id = :board and address = :address
