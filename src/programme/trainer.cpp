#include "programme/trainer.hpp"

#include <algorithm>
#include <set>

#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

constexpr int first_year = 1990;
constexpr int last_year = 2100;
constexpr int most_half_days = 400;
constexpr std::size_t longest_reason = 500;

db::Values key_of(Programme const& programme) { return {{"board", programme.board}, {"programme", programme.id}}; }

db::Values key_of(Meeting const& meeting) { return {{"board", meeting.board}, {"meeting", meeting.id}}; }

Part after(Part part) { return part == Part::attends ? Part::co_leads : Part::leads; }

bool is_step(db::Reading& reading, Programme const& programme, int step) {
  auto const steps = steps_of(reading, programme, std::max(programme.published, 1));
  return std::ranges::find(steps, step, &Step::position) != steps.end();
}

void set_ended(db::Transaction& tx, BoardId const& board, TrainerId const& trainer, std::optional<base::Date> on) {
  tx.run(sql::update_trainer_ended, {{"board", board}, {"id", trainer}, {"ended_on", on}});
}

}  // namespace

Part part_for(std::vector<Trained> const& at_step, std::optional<PartByHand> const& by_hand) {
  Part may = by_hand ? by_hand->part : Part::attends;
  for (auto const& one : at_step) {
    if (!by_hand || one.starts_at.date > by_hand->set_on) may = std::max(may, after(one.part));
  }
  return may;
}

Part Trainers::part_of(Trainer const& trainer, int step) const {
  return part_for(trained_at(trainer.person, step), by_hand_of(trainer.id, step));
}

std::optional<PartByHand> Trainers::by_hand_of(TrainerId const& trainer, int step) const {
  auto const at =
      std::ranges::find_if(by_hand, [&](auto const& one) { return one.trainer == trainer && one.step == step; });
  return at == by_hand.end() ? std::nullopt : std::optional(*at);
}

std::vector<Trained> Trainers::trained_at(PersonId const& person, int step) const {
  std::vector<Trained> found;
  std::ranges::copy_if(trained, std::back_inserter(found),
                       [&](auto const& one) { return one.person == person && one.step == step; });
  return found;
}

std::optional<int> Trainers::half_days_of(TrainerId const& trainer, int school_year) const {
  auto const at = std::ranges::find_if(
      half_days, [&](auto const& one) { return one.trainer == trainer && one.school_year == school_year; });
  return at == half_days.end() ? std::nullopt : std::optional(at->half_days);
}

std::optional<int> Trainers::half_days_in(int school_year) const {
  std::optional<int> sum;
  for (auto const& one : half_days) {
    if (one.school_year == school_year) sum = sum.value_or(0) + one.half_days;
  }
  return sum;
}

Trainers trainers_of(db::Reading& reading, Programme const& programme) {
  return {.all = reading.all<Trainer>(sql::trainers_of_programme, key_of(programme)),
          .half_days = reading.all<TrainerHalfDays>(sql::half_days_of_trainers, key_of(programme)),
          .by_hand = reading.all<PartByHand>(sql::parts_by_hand, key_of(programme)),
          .trained = reading.all<Trained>(sql::trained_in_programme, key_of(programme))};
}

std::optional<Trainer> find_trainer(db::Reading& reading, TrainerId const& trainer) {
  return reading.one<Trainer>(sql::trainer_by_id, {{"trainer", trainer}});
}

std::vector<MeetingTrainer> trainers_at(db::Reading& reading, Meeting const& meeting) {
  return reading.all<MeetingTrainer>(sql::trainers_of_meeting, key_of(meeting));
}

std::vector<organisation::PersonSummary> possible_trainers(db::Reading& reading, Programme const& programme,
                                                           base::Date today) {
  std::vector<organisation::PersonSummary> people;
  std::set<PersonId> known;
  for (auto const& person : organisation::staff_of(reading, {programme.host}, today)) {
    if (known.insert(person.id).second) people.push_back(person);
  }
  return people;
}

Result<TrainerId, TrainerRefusal> add_trainer(db::Transaction& tx, base::Actor const& actor,
                                              ProgrammeId const& programme, PersonId const& person) {
  auto const found = find_programme(tx, programme);
  if (!found) return std::unexpected(TrainerRefusal::not_found);
  auto const people = possible_trainers(tx, *found, actor.today);
  if (std::ranges::find(people, person, &organisation::PersonSummary::id) == people.end())
    return std::unexpected(TrainerRefusal::not_of_the_host);
  auto const trainers = trainers_of(tx, *found).all;
  if (std::ranges::find(trainers, person, &Trainer::person) != trainers.end())
    return std::unexpected(TrainerRefusal::already);
  auto values = key_of(*found);
  values.emplace_back("person", person);
  auto const id = tx.one<TrainerId>(sql::trainer_of_person, values).value_or(TrainerId::make());  // who trained before
  values.emplace_back("id", id);
  values.emplace_back("since", actor.today);
  tx.run(sql::upsert_trainer, values);
  audit::record(tx, actor, {.act = "trainer.added", .object = id.text(), .subject = person});
  return id;
}

Result<std::string, TrainerRefusal> end_trainer(db::Transaction& tx, base::Actor const& actor,
                                                TrainerId const& trainer) {
  auto const found = find_trainer(tx, trainer);
  if (!found) return std::unexpected(TrainerRefusal::not_found);
  set_ended(tx, found->board, trainer, actor.today);
  audit::record(tx, actor, {.act = "trainer.ended", .object = trainer.text(), .subject = found->person});
  return undo::offer(tx, actor, "programme.end_trainer", found->board.text() + " " + trainer.text());
}

bool undo_end_trainer(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const parts = base::split(payload, ' ');
  set_ended(tx, BoardId(parts.at(0)), TrainerId(parts.at(1)), std::nullopt);
  auto const found = find_trainer(tx, TrainerId(parts.at(1)));
  if (!found) return false;
  audit::record(tx, actor, {.act = "trainer.end_undone", .object = found->id.text(), .subject = found->person});
  return true;
}

Result<TrainerId, TrainerRefusal> set_trainer_half_days(db::Transaction& tx, base::Actor const& actor,
                                                        TrainerId const& trainer, int school_year,
                                                        std::optional<int> half_days) {
  auto const found = find_trainer(tx, trainer);
  if (!found) return std::unexpected(TrainerRefusal::not_found);
  if (school_year < first_year || school_year > last_year) return std::unexpected(TrainerRefusal::year_out_of_range);
  if (half_days && (*half_days < 0 || *half_days > most_half_days))
    return std::unexpected(TrainerRefusal::half_days_out_of_range);
  db::Values values{{"board", found->board}, {"trainer", trainer}, {"school_year", school_year}};
  if (half_days) {
    values.emplace_back("half_days", *half_days);
    tx.run(sql::upsert_trainer_half_days, values);
  } else {
    tx.run(sql::delete_trainer_half_days, values);
  }
  audit::record(tx, actor, {.act = "trainer.half_days", .object = trainer.text(), .subject = found->person});
  return trainer;
}

Result<TrainerId, TrainerRefusal> set_part(db::Transaction& tx, base::Actor const& actor, TrainerId const& trainer,
                                           int step, PartDraft const& draft) {
  auto const found = find_trainer(tx, trainer);
  if (!found) return std::unexpected(TrainerRefusal::not_found);
  if (!is_step(tx, find_programme(tx, found->programme).value(), step))
    return std::unexpected(TrainerRefusal::step_unknown);
  if (draft.reason.empty()) return std::unexpected(TrainerRefusal::reason_missing);
  if (base::length(draft.reason) > longest_reason) return std::unexpected(TrainerRefusal::too_long);
  tx.run(sql::upsert_trainer_part,
         db::fields(PartByHand{trainer, step, draft.part, draft.reason, actor.today}, {{"board", found->board}}));
  audit::record(tx, actor,
                {.act = "trainer.part_set",
                 .object = trainer.text(),
                 .subject = found->person,
                 .detail = std::string(base::name_of(draft.part))});
  return trainer;
}

Result<MeetingId, TrainerRefusal> set_trainers_at(db::Transaction& tx, base::Actor const& actor,
                                                  MeetingId const& meeting,
                                                  std::vector<MeetingTrainer> const& trainers) {
  auto const found = find_meeting(tx, meeting);
  if (!found) return std::unexpected(TrainerRefusal::not_found);
  if (found->state == MeetingState::cancelled) return std::unexpected(TrainerRefusal::cancelled);
  if (!trainers.empty() && std::ranges::find(trainers, Part::leads, &MeetingTrainer::part) == trainers.end())
    return std::unexpected(TrainerRefusal::nobody_leads);
  auto const known = trainers_of(tx, find_programme(tx, found->programme).value()).all;
  auto const before = trainers_at(tx, *found);
  tx.run(sql::delete_meeting_trainers, key_of(*found));
  for (auto const& one : trainers) {
    bool const may = std::ranges::find(known, one.person, &Trainer::person) != known.end() ||
                     std::ranges::find(before, one.person, &MeetingTrainer::person) != before.end();
    if (!may) return std::unexpected(TrainerRefusal::not_of_the_host);
    tx.run(sql::insert_meeting_trainer, db::fields(one, {{"board", found->board}, {"meeting", found->id}}));
  }
  audit::record(tx, actor,
                {.act = "meeting.trainers", .object = meeting.text(), .detail = std::to_string(trainers.size())});
  return meeting;
}

std::string words_for(Part part, i18n::Words const& tr) {
  switch (part) {
    case Part::attends: return tr("mag meekijken");
    case Part::co_leads: return tr("mag mee begeleiden");
    case Part::leads: return tr("mag begeleiden");
  }
  return {};
}

std::string path_of(TrainerId const& trainer) { return "/programma/begeleider/" + trainer.text(); }

}  // namespace lenig::programme
