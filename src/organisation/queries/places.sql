select u.id, u.kind, u.name, case u.kind when 'team' then a.name else '' end as above_name
from organisation_unit u
left join organisation_unit a on a.board_id = u.board_id and a.id = u.above_id
where u.board_id = :board and u.ended_on is null
order by case u.kind when 'board' then 0 when 'network' then 1 else 2 end,
         case u.kind when 'team' then a.sort_name else u.sort_name end,
         case u.kind when 'team' then u.sort_name else '' end
limit :most
