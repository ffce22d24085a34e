#pragma once

#include "programme/meeting.hpp"

namespace lenig::programme {

using TrainerId = base::Id<struct TrainerTag>;

/// What somebody does at a meeting as a trainer: who did one may do the next.
enum class Part { attends, co_leads, leads };
BOOST_DESCRIBE_ENUM(Part, attends, co_leads, leads)

/// Somebody of the place that runs a programme, who trains in it.
struct Trainer {
  BoardId board;
  TrainerId id;
  ProgrammeId programme;
  PersonId person;
  base::Date since;
};
BOOST_DESCRIBE_STRUCT(Trainer, (), (board, id, programme, person, since))

/// What a trainer did at a meeting of a step that was held.
struct Trained {
  PersonId person;
  int step = 0;
  Part part = Part::attends;
  base::LocalTime starts_at;
};
BOOST_DESCRIBE_STRUCT(Trained, (), (person, step, part, starts_at))

/// What the office said that a trainer may do at a step, and why.
struct PartByHand {
  TrainerId trainer;
  int step = 0;
  Part part = Part::attends;
  std::string reason;
  base::Date set_on;
};
BOOST_DESCRIBE_STRUCT(PartByHand, (), (trainer, step, part, reason, set_on))

struct TrainerHalfDays {
  TrainerId trainer;
  int school_year = 0;
  int half_days = 0;
};
BOOST_DESCRIBE_STRUCT(TrainerHalfDays, (), (trainer, school_year, half_days))

/// What a trainer may do at a step: attend, once somebody who attended co-lead, once they co-led lead. What the office
/// said stands in place of what was earned up to that day; meetings after it count on.
Part part_for(std::vector<Trained> const& at_step, std::optional<PartByHand> const& by_hand);

/// The trainers of a programme, with what each of them grew into.
struct Trainers {
  std::vector<Trainer> all;
  std::vector<TrainerHalfDays> half_days;
  std::vector<PartByHand> by_hand;
  std::vector<Trained> trained;  // the first first

  Part part_of(Trainer const& trainer, int step) const;
  std::optional<PartByHand> by_hand_of(TrainerId const& trainer, int step) const;
  std::vector<Trained> trained_at(PersonId const& person, int step) const;
  std::optional<int> half_days_of(TrainerId const& trainer, int school_year) const;
  /// Of all of them together; nothing when nobody's were noted for that year.
  std::optional<int> half_days_in(int school_year) const;
};

/// Who trains at one meeting, and how.
struct MeetingTrainer {
  PersonId person;
  Part part = Part::leads;
};
BOOST_DESCRIBE_STRUCT(MeetingTrainer, (), (person, part))

struct PartDraft {
  Part part = Part::attends;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(PartDraft, (), (part, reason))

enum class TrainerRefusal {
  not_found,
  not_of_the_host,
  already,
  year_out_of_range,
  half_days_out_of_range,
  step_unknown,
  reason_missing,
  too_long,
  nobody_leads,
  cancelled
};

Trainers trainers_of(db::Reading& reading, Programme const& programme);
std::optional<Trainer> find_trainer(db::Reading& reading, TrainerId const& trainer);
std::vector<MeetingTrainer> trainers_at(db::Reading& reading, Meeting const& meeting);
/// Who could become a trainer: who works at the place that runs the programme, each person once.
std::vector<organisation::PersonSummary> possible_trainers(db::Reading& reading, Programme const& programme,
                                                           base::Date today);

Result<TrainerId, TrainerRefusal> add_trainer(db::Transaction& tx, base::Actor const& actor,
                                              ProgrammeId const& programme, PersonId const& person);
/// Somebody trains no longer; what they did stays. Gives the step that undoes it.
Result<std::string, TrainerRefusal> end_trainer(db::Transaction& tx, base::Actor const& actor,
                                                TrainerId const& trainer);
bool undo_end_trainer(db::Transaction& tx, base::Actor const& actor, std::string const& payload);
/// The half-days of a trainer in a school year; nothing: nobody counts them.
Result<TrainerId, TrainerRefusal> set_trainer_half_days(db::Transaction& tx, base::Actor const& actor,
                                                        TrainerId const& trainer, int school_year,
                                                        std::optional<int> half_days);
/// Says what a trainer may do at a step from today on.
Result<TrainerId, TrainerRefusal> set_part(db::Transaction& tx, base::Actor const& actor, TrainerId const& trainer,
                                           int step, PartDraft const& draft);
/// Says anew who trains at a meeting; each of them is a trainer of its programme, or was one at it already.
Result<MeetingId, TrainerRefusal> set_trainers_at(db::Transaction& tx, base::Actor const& actor,
                                                  MeetingId const& meeting,
                                                  std::vector<MeetingTrainer> const& trainers);

std::string words_for(Part part, i18n::Words const& tr);
std::string path_of(TrainerId const& trainer);

}  // namespace lenig::programme
