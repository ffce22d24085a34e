insert into programme_trainer (board_id, id, programme_id, person_id, since)
values (:board, :id, :programme, :person, :since)
on conflict (board_id, programme_id, person_id) do update set since = excluded.since, ended_on = null
