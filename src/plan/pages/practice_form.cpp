// An instrument of personnel policy is written down, and put better.
#include <algorithm>

#include "plan/pages/practice_pages.hpp"
#include "plan/pages/words.hpp"
#include "plan/practice.hpp"
#include "platform/base/collected.hpp"

namespace lenig::plan::pages {

namespace {

using access::Matter;

constexpr std::size_t most_people = 200;  // more can't be chosen from: of a large place, who leads can

html::Objection objection_to(PracticeRefusal why, i18n::Words const& tr) {
  switch (why) {
    case PracticeRefusal::not_found: return {"", tr("Deze praktijk is er niet meer. Ga terug en kies een andere.")};
    case PracticeRefusal::name_missing: return {"name", tr("Geef de praktijk een naam.")};
    case PracticeRefusal::too_long:
      return {"", tr("Houd de naam onder 120 tekens en het beleid onder 5000. Wat u typte staat er nog.")};
    case PracticeRefusal::nobody_meant: return {"staff_groups", tr("Kies voor wie dit is; alles mag ook.")};
    case PracticeRefusal::owner_unknown: return {"owner", tr("Deze persoon werkt hier niet meer. Kies wie ervan is.")};
    case PracticeRefusal::goal_not_found:
      return {"goals", tr("Een van de gekozen doelen is er niet meer of is losgelaten. Kies opnieuw.")};
    case PracticeRefusal::ended:
      return {"", tr("Deze praktijk is beëindigd. Voeg haar opnieuw toe als zij weer loopt.")};
  }
  return {};
}

/// Where it is written down, and what can be chosen there.
struct Setting {
  UnitId unit;
  std::string unit_name;
  std::vector<html::Option> people;
  std::vector<html::Option> goals;
};

std::vector<html::Option> people_of(db::Reading& reading, Visit const& visit, UnitId const& unit,
                                    PersonId const& owner) {
  auto staff = organisation::staff_of(reading, {unit}, visit.viewer.today);
  if (staff.size() > most_people) std::erase_if(staff, [](auto const& one) { return !one.leads; });
  std::vector<html::Option> people;
  for (auto const& one : staff)
    people.push_back({one.id.text(), one.function.empty() ? one.name() : one.name() + ", " + one.function});
  for (auto const& more : {visit.viewer.person, owner}) {  // HR of the board, and who had it already
    if (more.empty() || std::ranges::find(people, more.text(), &html::Option::value) != people.end()) continue;
    people.push_back({more.text(), name_of(names_of(reading, visit.viewer.board, {more}), more, visit.tr)});
  }
  return people;
}

Setting setting_at(Visit& visit, UnitId const& unit, PersonId const& owner, std::vector<GoalServed> const& served) {
  return visit.read([&](db::Reading& reading) {
    std::vector<UnitId> units{unit};
    if (unit.text() != visit.viewer.board.text()) units.emplace_back(visit.viewer.board.text());
    auto const names = unit_names(reading, units);
    Setting at{unit, name_of(names, unit), people_of(reading, visit, unit, owner), {}};
    for (auto const& one : choices_of_wider(reading, visit.viewer.board, units)) {
      if (one.kind == WiderKind::goal) at.goals.push_back({one.id, one.words + " (" + name_of(names, one.unit) + ")"});
    }
    for (auto const& one : served) {
      if (std::ranges::find(at.goals, one.goal.text(), &html::Option::value) == at.goals.end())
        at.goals.push_back({one.goal.text(), one.words});
    }
    return at;
  });
}

template <class Enum>
std::vector<html::Option> choices(i18n::Words const& tr) {
  std::vector<html::Option> all;
  base::each_enumerator<Enum>([&](Enum one) { all.push_back({std::string(base::name_of(one)), words_for(one, tr)}); });
  return all;
}

std::vector<html::Option> drivers(i18n::Words const& tr) {
  auto const label = [&](Driver driver) {
    switch (driver) {
      case Driver::ability: return tr("Kunnen: kennis en vaardigheden");
      case Driver::motivation: return tr("Willen: drijfveren om het werk te doen");
      case Driver::opportunity: return tr("Mogen: autonomie, eigenaarschap en regelruimte");
    }
    return std::string();
  };
  std::vector<html::Option> all;
  base::each_enumerator<Driver>([&](Driver one) { all.push_back({std::string(base::name_of(one)), label(one)}); });
  return all;
}

html::FormBuilder practice_form(Visit const& visit, Setting const& at, std::string const& heading,
                                std::string const& action, std::string const& back) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, heading, action, tr("Bewaar"));
  form.text("name", tr("Naam"), tr("Zoals het hier heet, bijvoorbeeld: inwerken met een maatje."))
      .choice("kind", tr("Wat voor praktijk is het?"), choices<PracticeKind>(tr))
      .options("driver", tr("Waar werkt het vooral op?"), drivers(tr))
      .many("staff_groups", tr("Voor wie?"), choices<StaffGroup>(tr))
      .choice("owner", tr("Wie is ervan?"), at.people)
      .date("since", tr("Sinds wanneer?"));
  if (!at.goals.empty())
    form.many("goals", tr("Welke doelen dient het?"), at.goals,
              tr("Zonder doel mag ook: dan nodigt het uit om te verbinden."));
  form.optional_area(
          "policy", tr("Beleid"),
          tr("Wat is afgesproken, in gewone woorden? Dit is het bedoelde; of het ook zo gaat, zeggen anderen."))
      .cancel(back);
  return form;
}

html::FormBuilder new_form(Visit const& visit, Setting const& at) {
  auto const path = path_of_practices(at.unit);
  return practice_form(visit, at, visit.tr("HR-praktijk toevoegen"), path + "/nieuw", path);
}

std::vector<html::Link> crumbs_to(Setting const& at, i18n::Words const& tr) {
  return {{at.unit_name, path_of_course(at.unit)}, {tr("HR-praktijken"), path_of_practices(at.unit)}};
}

Response form_page(Visit& visit, Setting const& at, html::FormBuilder const& form) {
  return visit.form_page(form.build(), crumbs_to(at, visit.tr), {Matter::practice});
}

HrPractice practice_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return find_practice(reading, visit.id<HrPracticeId>()).value(); });
}

/// A practice as it is now, with what can be chosen for it.
struct Changing {
  HrPractice practice;
  Setting at;
  html::FormBuilder form;
};

Changing changing(Visit& visit) {
  auto const practice = practice_asked_for(visit);
  auto const served =
      visit.read([&](db::Reading& reading) { return goals_served_by(reading, practice.board, {practice.id}); });
  auto const at = setting_at(visit, practice.unit, practice.owner, served);
  auto form = practice_form(visit, at, visit.tr("HR-praktijk wijzigen"), path_of(practice.id) + "/wijzigen",
                            path_of(practice.id));
  form.start(HrPracticeDraft{practice.kind, practice.name, practice.driver, practice.groups(), practice.owner,
                             practice.policy, practice.since, base::collected(served, &GoalServed::goal)});
  return {practice, at, form};
}

}  // namespace

Response show_practice_new(Visit& visit) {
  auto const at = setting_at(visit, visit.id<UnitId>(), {}, {});
  auto form = new_form(visit, at);
  form.start("since", visit.viewer.today.text()).start("owner", visit.viewer.person.text());
  return form_page(visit, at, form);
}

Response post_practice(Visit& visit) {
  auto const at = setting_at(visit, visit.id<UnitId>(), {}, {});
  auto const filled = visit.read_form<HrPracticeDraft>();
  auto form = new_form(visit, at);
  if (!filled) return form_page(visit, at, form.filled(filled));
  auto const added =
      visit.write([&](db::Transaction& tx) { return add_practice(tx, visit.actor(), at.unit, *filled); });
  if (!added) return form_page(visit, at, form.filled(filled, objection_to(added.error(), visit.tr)));
  return visit.see_other(path_of(*added), visit.tr("De praktijk staat erbij."));
}

Response show_practice_change(Visit& visit) {
  auto const now = changing(visit);
  return form_page(visit, now.at, now.form);
}

Response post_practice_change(Visit& visit) {
  auto now = changing(visit);
  auto const filled = visit.read_form<HrPracticeDraft>();
  if (!filled || now.form.is_stale(visit.form)) return form_page(visit, now.at, now.form.filled(filled));
  auto const changed =
      visit.write([&](db::Transaction& tx) { return change_practice(tx, visit.actor(), now.practice.id, *filled); });
  if (!changed) return form_page(visit, now.at, now.form.filled(filled, objection_to(changed.error(), visit.tr)));
  return visit.see_other(path_of(*changed), visit.tr("Bewaard."));
}

}  // namespace lenig::plan::pages
