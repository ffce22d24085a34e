-- only postgresql
call guard_board('audit_entry');
call guard_board('audit_head');
-- end
