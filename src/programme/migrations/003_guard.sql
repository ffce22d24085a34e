-- only postgresql
call guard_reach('programme_programme');
call guard_reach('programme_version');
call guard_reach('programme_step');
call guard_reach('programme_cohort');
call guard_reach('programme_participation');
call guard_reach('programme_turn');
call guard_reach('programme_step_done');
call guard_reach('programme_approach');
call guard_reach('programme_question');
call guard_reach('programme_follow_up');
call guard_reach('programme_meeting');
call guard_reach('programme_meeting_participation');
call guard_reach('programme_agenda_item');
call guard_reach('programme_attendance');
-- end
