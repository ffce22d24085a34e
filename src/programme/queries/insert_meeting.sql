insert into programme_meeting (board_id, id, programme_id, cohort_id, kind, step, title, starts_at, minutes, place, link, trainer,
                               materials, preliminary_on, preliminary, state, outcome, made_at)
values (:board, :id, :programme, :cohort, :kind, :step, :title, :starts_at, :minutes, :place, :link, :trainer,
        :materials, :preliminary_on, :preliminary, :state, :outcome, :now)
