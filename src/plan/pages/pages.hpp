#pragma once

#include "platform/access/routes.hpp"

// One file per page; each function answers one route.

namespace lenig::plan::pages {

using access::Visit;
using http::Response;

Response show_plan_action_new(Visit& visit);
Response post_plan_action_new(Visit& visit);
Response show_goal_action_new(Visit& visit);
Response post_goal_action_new(Visit& visit);
Response show_action(Visit& visit);
Response post_action_change(Visit& visit);
Response post_action_done(Visit& visit);
Response post_action_drop(Visit& visit);
Response show_condition_new(Visit& visit);
Response post_condition(Visit& visit);
Response show_condition(Visit& visit);
Response post_condition_change(Visit& visit);
Response post_condition_arranged(Visit& visit);
Response show_change_new(Visit& visit);
Response post_change(Visit& visit);
Response show_change(Visit& visit);
Response show_change_reword(Visit& visit);
Response post_change_reword(Visit& visit);
Response show_observation_new(Visit& visit);
Response post_observation(Visit& visit);
Response show_course(Visit& visit);
Response show_own_course(Visit& visit);
Response show_course_change(Visit& visit);
Response post_course(Visit& visit);
Response show_theme_new(Visit& visit);
Response post_theme(Visit& visit);
Response show_theme(Visit& visit);
Response show_theme_change(Visit& visit);
Response post_theme_change(Visit& visit);
Response post_theme_end(Visit& visit);
Response show_not_doing_new(Visit& visit);
Response post_not_doing(Visit& visit);
Response post_not_doing_remove(Visit& visit);
Response show_formats(Visit& visit);
Response show_format(Visit& visit);
Response post_adapt(Visit& visit);
Response post_format_version(Visit& visit);
Response post_format_publish(Visit& visit);
Response post_part_raise(Visit& visit);
Response post_part_remove(Visit& visit);
Response show_part_new(Visit& visit);
Response post_part(Visit& visit);
Response show_part_change(Visit& visit);
Response post_part_change(Visit& visit);
Response show_goal(Visit& visit);
Response post_goal_reached(Visit& visit);
Response post_goal_dropped(Visit& visit);
Response post_goal_reopened(Visit& visit);
Response show_own_goal_new(Visit& visit);
Response post_own_goal(Visit& visit);
Response show_unit_goal_new(Visit& visit);
Response post_unit_goal(Visit& visit);
Response show_theme_goal_new(Visit& visit);
Response post_theme_goal(Visit& visit);
Response show_take_up(Visit& visit);
Response post_take_up(Visit& visit);
Response show_goal_change(Visit& visit);
Response post_goal_change(Visit& visit);
Response show_serves(Visit& visit);
Response post_serves(Visit& visit);
Response show_history(Visit& visit);
Response show_indicator(Visit& visit);
Response show_indicator_new(Visit& visit);
Response post_indicator(Visit& visit);
Response show_plan_indicator_new(Visit& visit);
Response post_plan_indicator(Visit& visit);
Response show_indicator_change(Visit& visit);
Response post_indicator_change(Visit& visit);
Response post_indicator_end(Visit& visit);
Response show_reading_new(Visit& visit);
Response post_reading(Visit& visit);
Response post_reading_remove(Visit& visit);
Response show_own(Visit& visit);
Response show_peer_group(Visit& visit);
Response show_peer_group_new(Visit& visit);
Response post_peer_group(Visit& visit);
Response show_peer_group_change(Visit& visit);
Response post_peer_group_change(Visit& visit);
Response post_peer_group_end(Visit& visit);
Response show_plan(Visit& visit);
Response show_presentation(Visit& visit);
Response show_parts(Visit& visit);
Response post_words(Visit& visit);
Response show_plan_new(Visit& visit);
Response post_plan(Visit& visit);
Response show_unit_plan_new(Visit& visit);
Response post_unit_plan(Visit& visit);
Response show_group_plan_new(Visit& visit);
Response post_group_plan(Visit& visit);
Response show_plan_stand(Visit& visit);
Response post_plan_stand(Visit& visit);
Response post_adopt(Visit& visit);
Response post_reopen(Visit& visit);
Response post_close(Visit& visit);
Response post_bring_over(Visit& visit);
Response show_intention_new(Visit& visit);
Response post_intention(Visit& visit);
Response post_own_action(Visit& visit);
Response post_plan_goal(Visit& visit);
Response post_plan_action(Visit& visit);
Response post_plan_condition(Visit& visit);
Response post_plan_change(Visit& visit);
Response show_sharing(Visit& visit);
Response post_sharing(Visit& visit);
Response show_preview(Visit& visit);
Response show_unit_plans(Visit& visit);

}  // namespace lenig::plan::pages
