select p.board_id as board, p.id, p.host_id as host, p.name, p.purpose, p.audience,
       coalesce((select max(v.number) from programme_version v where v.board_id = p.board_id and v.programme_id = p.id and v.published_on is not null), 0) as published,
       (select max(v.number) from programme_version v where v.board_id = p.board_id and v.programme_id = p.id and v.published_on is null) as draft,
       p.standing_item
from programme_programme p
where p.board_id = :board
   or p.id in (select w.programme_id from programme_participation w where w.unit_board_id = :board)
order by p.name, p.id
