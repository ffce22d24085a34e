insert into plan_initiative (board_id, unit_id, programme_id, asks, choice, words, freed, person_id, on_day)
values (:board, :unit, :programme, :asks, :choice, :words, :freed, :person, :on_day)
on conflict (board_id, unit_id, programme_id) do update
set asks = excluded.asks, choice = excluded.choice, words = excluded.words, freed = excluded.freed, person_id = excluded.person_id,
    on_day = excluded.on_day
