insert into programme_trainer_half_days (board_id, trainer_id, school_year, half_days)
values (:board, :trainer, :school_year, :half_days)
on conflict (board_id, trainer_id, school_year) do update set half_days = excluded.half_days
