insert into programme_wish_asked (board_id, programme_id, unit_id, asked_on)
values (:board, :programme, :unit, :asked_on)
on conflict (board_id, programme_id, unit_id) do update set asked_on = excluded.asked_on
