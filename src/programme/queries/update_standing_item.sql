update programme_programme
set standing_item = :standing
where board_id = :board and id = :programme
