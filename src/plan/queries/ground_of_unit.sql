select kind, id, what, words, connected, chosen
from (select 'course' as kind, '' as id, c.course as what, c.core_values as words, 0 as connected, 0 as chosen, '' as made_on
      from plan_course c
      where in_reach(c.board_id) and c.unit_id = :unit
      union all
      select 'not_doing', n.id, n.what, n.reason, 0, 0, n.made_on
      from plan_not_doing n
      where in_reach(n.board_id) and n.unit_id = :unit
      union all
      select 'programme', p.id, p.name, '',
             case when exists (select 1 from plan_initiative_goal g
                               where g.unit_id = :unit and g.programme_id = p.id and in_reach(g.board_id)) then 1 else 0 end,
             case when w.through = 0 or exists (select 1 from plan_initiative i
                                                where i.unit_id = :unit and i.programme_id = p.id and in_reach(i.board_id)
                                                  and i.choice <> 'skipped') then 1 else 0 end,
             ''
      from (select programme_id, max(through) as through
            from (select id as programme_id, 0 as through
                  from programme_programme
                  where in_reach(board_id) and host_id = :unit
                  union all
                  select programme_id, 1
                  from programme_participation
                  where in_reach(board_id) and unit_id = :unit and person_id is null and status in ('intake', 'committed', 'active', 'paused')) ways
            group by programme_id) w
      join programme_programme p on p.id = w.programme_id
      where in_reach(p.board_id)) ground
order by kind, made_on desc, what, id
