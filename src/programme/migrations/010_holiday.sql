-- School holidays, as a board typed them, by region.
create table programme_holiday (
  board_id text not null,
  school_year integer not null,
  region text not null check (region in ('north', 'middle', 'south')),
  first_day text not null,
  last_day text not null,
  name text not null,
  primary key (board_id, school_year, region, first_day, name)
) strict;

-- The region of a unit; that of the board itself is for every unit without one of its own.
create table programme_region (
  board_id text not null,
  unit_id text not null,
  region text not null check (region in ('north', 'middle', 'south')),
  primary key (board_id, unit_id)
) strict;
-- only postgresql
call guard_reach('programme_holiday');
call guard_reach('programme_region');
-- end
