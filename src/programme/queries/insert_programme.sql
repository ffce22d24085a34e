insert into programme_programme (board_id, id, host_id, name, purpose, audience, made_at)
values (:board, :id, :host, :name, :purpose, :audience, :now)
