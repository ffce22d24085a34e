#pragma once

// What other modules see of schedule: who goes when. Values in, values out; nothing is read, written or remembered.
// An id that stands twice, or is named and not there, is a mistake of the caller: std::invalid_argument.
//
//   plan_roll_out(roll_out)              a cohort for every unit, within its choice          roll_out.hpp
//   faults_of(roll_out, cohort_of)       what is wrong with a plan made by hand
//   plan_meetings(year)                  a cohort's meetings in a year, with their trainers  meetings.hpp
//   faults_of(year, meetings)            what is wrong with meetings planned by hand
//   shifted(year, meetings, weeks)       all of them later or earlier, and what is wrong then
//
// A plan tells per aim how far it is reached and what limit is proven (Aim). Aims come one after the other: no amount
// of a later one makes up for less of an earlier one. The default limits of time leave a second of ten for the rest of
// a page.

#include "engine/schedule/aim.hpp"
#include "engine/schedule/meetings.hpp"
#include "engine/schedule/roll_out.hpp"
