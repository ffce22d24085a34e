insert into programme_approach (board_id, participation_id, wanted, arrangement, conditions, adopted_on)
values (:board, :participation, :wanted, :arrangement, :conditions, :adopted_on)
on conflict (board_id, participation_id) do update
set wanted = excluded.wanted, arrangement = excluded.arrangement, conditions = excluded.conditions, adopted_on = excluded.adopted_on
