select u.board_id as board, u.id, u.kind, u.name, u.town
from json_each(:ids) wanted
join organisation_unit u on u.id = wanted.value and in_reach(u.board_id)
