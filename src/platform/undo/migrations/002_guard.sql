-- only postgresql
call guard_board('undo_step');
-- end
