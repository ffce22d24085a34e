-- What people and peer groups have under a goal or theme, ready for the thread to count. Of each goal that is not dropped
-- twelve digits of its id and twelve of whose it is, or zeros for a group. Written anew from plan_service whenever one of them changes.
create table plan_served (
  board_id text not null,
  wider_id text not null,
  goals text not null,
  primary key (board_id, wider_id)
) strict;
create index plan_served_wider on plan_served (wider_id);
-- only sqlite
insert into plan_served (board_id, wider_id, goals)
select board_id, wider_id, group_concat(substr(goal_id, 25, 12) || coalesce(substr(person_id, 25, 12), '000000000000'), '')
from plan_service
where level in ('person', 'peer_group') and state <> 'dropped'
group by board_id, wider_id;
-- end
-- only postgresql
insert into plan_served (board_id, wider_id, goals)
select board_id, wider_id, string_agg(substr(goal_id, 25, 12) || coalesce(substr(person_id, 25, 12), '000000000000'), '')
from plan_service
where level in ('person', 'peer_group') and state <> 'dropped'
group by board_id, wider_id;
call guard_reach('plan_served');
-- end
drop index plan_service_wider;
create index plan_service_wider on plan_service (wider_id, level, state);
