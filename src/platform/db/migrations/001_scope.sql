-- The second barrier. A transaction says whose rows it touches (lenig.person, lenig.board, lenig.reach; scope.hpp), and
-- PostgreSQL gives and takes no others, the owner's included. What is not said reaches nothing.
-- only postgresql
create function in_reach(board varchar) returns boolean language sql stable as $$
  select current_setting('lenig.reach', true) = '*'
      or board = any (string_to_array(current_setting('lenig.reach', true), ','))
$$;

-- Each select below stands alone, so that it is found once for a query and not for every row.
create procedure guard_rows(target regclass, kept varchar) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy kept on %s using ((select current_setting(''lenig.reach'', true) = ''*'') or %s)', target, kept);
end
$$;

create procedure guard_reach(target regclass) language plpgsql as $$
begin
  call guard_rows(target, 'board_id = any (array(select unnest(string_to_array(current_setting(''lenig.reach'', true), '',''))))');
end
$$;

create procedure guard_board(target regclass) language plpgsql as $$
begin
  call guard_rows(target, 'board_id = (select current_setting(''lenig.board'', true))');
end
$$;

-- The reach besides, for whoever it is about.
create procedure guard_appointments(target regclass) language plpgsql as $$
begin
  call guard_rows(target, 'board_id = any (array(select unnest(string_to_array(current_setting(''lenig.reach'', true), '','')))) or person_id = (select current_setting(''lenig.person'', true))');
end
$$;
-- end
