#pragma once

#include "programme/participation.hpp"

namespace lenig::programme {

/// What is known of a way when asking what it waits for.
struct Way {
  Status status = Status::invited;
  base::Date since;
  int school_year = 0;
  bool second_year = false;  // one with lighter guidance follows
  int steps = 0;
  int done = 0;  // of this attempt
  bool has_approach = false;
  std::optional<base::Date> next_planned;     // the first meeting that comes for the step that is next
  std::optional<base::Date> past_unrecorded;  // a meeting that was, without its outcome
  int unrecorded_step = 0;
};

/// What somebody is to do next.
struct Next {
  WaitsFor what;
  WaitsOn whom;
  int step = 0;
  base::Date due;
  bool late = false;
};

/// When a step is expected to be done: the steps share the ten months of a school year evenly, from the first of
/// September.
base::Date due_of_step(int school_year, int steps, int step);

/// What a way waits for, or nothing when somebody already arranged what comes.
///
/// 1. Invited: an intake by the office within three weeks, but not before the first of June that precedes the school
/// year.
/// 2. Intake held: the school's decision within four weeks, not before July. 3. Committed: a plan of approach within
/// six weeks, not before September, then a start by the first of October. 4. Active: first the outcome of a meeting
/// that was; then a day for the next step; after the last step, completion, or a year later when a second year
/// follows. 5. Paused: resuming or starting anew, by the start of the next school year. An ended way waits for nothing.
/// Late is what is past its day. (Intakes in June, a start in September: the way of the network of Oost-Groningen.)
std::optional<Next> next_of(Way const& way, base::Date today);

}  // namespace lenig::programme
