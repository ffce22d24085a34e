insert into organisation_import (board_id, number, person_id, state, started_at, beat_at)
values (:board, :number, :person, 'staging', :now, :now)
