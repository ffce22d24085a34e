update access_session
set board_id = :board
where csrf = :csrf
