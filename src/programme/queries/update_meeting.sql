update programme_meeting
set title = :title, starts_at = :starts_at, minutes = :minutes, place = :place, link = :link, trainer = :trainer,
    materials = :materials, preliminary_on = :preliminary_on, preliminary = :preliminary
where board_id = :board and id = :meeting
