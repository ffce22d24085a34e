-- How somebody stands to units is asked on every page: found in the index alone.
drop index organisation_unit_path_over;
create index organisation_unit_path_over on organisation_unit_path (over_id, unit_id, via, over_board_id);
drop index organisation_unit_path_unit;
create index organisation_unit_path_unit on organisation_unit_path (unit_id, over_id, via, over_board_id);
