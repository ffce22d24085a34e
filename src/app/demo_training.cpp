#include "app/demo_training.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "programme/away.hpp"
#include "programme/holiday.hpp"

namespace lenig::app {

namespace {

using programme::Part;
using programme::TrainerId;

template <class T, class R>
T must(Result<T, R> const& result) {
  if (!result) throw std::logic_error("the demo's case does not fit the rules");
  return *result;
}

base::Date day(char const* text) { return base::Date::parse(text).value(); }

class Loader {
 public:
  explicit Loader(Training const& into) : in_(into), tx_(*into.tx) {}

  void load() {
    found_ = programme::find_programme(tx_, in_.programme).value();
    appoint_the_trainers();
    note_who_trained();
    note_when_they_can();
    note_the_holidays();
  }

 private:
  base::Actor on(char const* when) const {
    return {.person = in_.office, .board = in_.board, .request = "demo", .today = day(when)};
  }

  void appoint_the_trainers() {
    // By name the one who can sign in comes last, and is the first to grow.
    for (auto const& person : programme::possible_trainers(tx_, found_, day("2003-08-25"))) {
      bool const is_trainer = person.function == "opleider in school";
      if (!is_trainer && person.function != "projectleider") continue;
      auto const id = must(programme::add_trainer(tx_, on("2003-08-25"), in_.programme, person.id));
      auto& of_kind = is_trainer ? growing_ : leading_;
      of_kind.insert(is_trainer ? of_kind.begin() : of_kind.end(), {id, person.id});
      if (!is_trainer) let_lead(id);
    }
  }

  void let_lead(TrainerId const& trainer) {
    for (auto const& step : programme::steps_of(tx_, found_, found_.published))
      must(programme::set_part(tx_, on("2003-08-25"), trainer, step.position,
                               {Part::leads, "Volgde de tweedaagse in Assen en maakte het programma."}));
  }

  /// Of the meetings of a step, the first sees the first of them watching, from the second on co-leading.
  void note_who_trained() {
    std::map<int, int> times;
    for (auto const& meeting : held()) {
      int const time = ++times[*meeting.step];
      std::vector<programme::MeetingTrainer> there{{leading_.at(0).person, Part::leads}};
      there.push_back({growing_.at(0).person, time == 1 ? Part::attends : Part::co_leads});
      if (time == 3) there.push_back({growing_.at(1).person, Part::attends});
      must(programme::set_trainers_at(tx_, on("2004-04-01"), meeting.id, there));
    }
  }

  std::vector<programme::Meeting> held() {
    std::vector<programme::Meeting> all;
    std::set<programme::MeetingId> known;
    for (auto const& way : programme::participations_of(tx_, found_)) {
      for (auto const& meeting : programme::meetings_of(tx_, way)) {
        bool const counts = meeting.state == programme::MeetingState::held && meeting.step;
        if (counts && known.insert(meeting.id).second) all.push_back(meeting);
      }
    }
    std::ranges::sort(all, {}, [](auto const& one) { return std::pair(one.starts_at, one.id); });
    return all;
  }

  void note_when_they_can() {
    for (auto const& [trainers, half_days] : {std::pair(&leading_, 36), {&growing_, 24}}) {
      for (auto const& one : *trainers) {
        must(programme::set_trainer_half_days(tx_, on("2004-04-14"), one.id, 2004, half_days));
        must(programme::set_trainer_half_days(tx_, on("2004-04-14"), one.id, 2005, half_days));
      }
    }
    must(programme::add_away(tx_, on("2004-04-14"), growing_.at(0).id, {day("2004-11-08"), "", day("2004-11-19"), ""}));
    must(programme::add_away(tx_, on("2004-04-14"), leading_.at(0).id, {day("2005-01-12"), "13:00", {}, ""}));
  }

  /// Examples: the case tells no holidays.
  void note_the_holidays() {
    using programme::Region;
    must(programme::set_regions(tx_, on("2004-04-14"), {Region::north, {}}));
    constexpr char const* examples =
        "Herfstvakantie (voorbeeld) 2004-10-16 2004-10-24\nKerstvakantie (voorbeeld) 2004-12-18 2005-01-02\n"
        "Voorjaarsvakantie (voorbeeld) 2005-02-19 2005-02-27\nMeivakantie (voorbeeld) 2005-04-30 2005-05-08";
    must(programme::set_holidays(tx_, on("2004-04-14"), 2004, Region::north,
                                 must(programme::holidays_in(examples, 2004, Region::north))));
  }

  struct Known {
    TrainerId id;
    base::PersonId person;
  };

  Training in_;
  db::Transaction& tx_;
  programme::Programme found_;
  std::vector<Known> leading_;
  std::vector<Known> growing_;
};

}  // namespace

void load_training(Training const& into) { Loader(into).load(); }

}  // namespace lenig::app
