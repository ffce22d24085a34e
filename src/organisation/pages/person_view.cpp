#include "organisation/pages/person_view.hpp"

#include <algorithm>

#include "organisation/pages/words.hpp"
#include "platform/base/text.hpp"

namespace lenig::organisation::pages {

namespace {

using access::Action;
using access::Matter;
using access::Viewer;
using i18n::Words;

std::string period_of(Appointment const& one, base::Date today, Words const& tr) {
  if (one.ends_on) return tr("{} tot en met {}", tr.day(one.starts_on), tr.day(*one.ends_on));
  return one.starts_on > today ? tr("vanaf {}", tr.day(one.starts_on)) : tr("sinds {}", tr.day(one.starts_on));
}

WorkLine line_of(Appointment const& one, Viewer const& viewer, Words const& tr) {
  WorkLine line{.unit = one.unit_name, .unit_path = path_of(one.unit), .work = one.function};
  if (!viewer.may(Action::see, Matter::person_file)) return line;
  line.work = one.function + " · " + period_of(one, viewer.today, tr);
  line.size = tr("{} fte", exact(one.fte, tr));
  if (!viewer.may(Action::change, Matter::person_file)) return line;
  line.alter_path = "/organisatie/aanstelling/" + one.id.text() + "/wijzigen";
  line.end_path = "/organisatie/aanstelling/" + one.id.text() + "/beeindigen";
  return line;
}

bool has_ended(Appointment const& one, base::Date today) { return one.ends_on && *one.ends_on < today; }

/// The work of today; for who may see the file also what begins later.
std::vector<WorkLine> work_of(PersonFacts const& facts, Viewer const& viewer, Words const& tr) {
  bool const sees_file = viewer.may(Action::see, Matter::person_file);
  std::vector<WorkLine> lines;
  for (auto const& one : facts.appointments) {
    if (one.runs_on(viewer.today) || (sees_file && one.starts_on > viewer.today))
      lines.push_back(line_of(one, viewer, tr));
  }
  return lines;
}

std::vector<WorkLine> earlier_work_of(PersonFacts const& facts, Viewer const& viewer, Words const& tr) {
  std::vector<WorkLine> lines;
  for (auto const& one : facts.appointments) {
    if (!has_ended(one, viewer.today)) continue;
    lines.push_back(line_of(one, viewer, tr));
    lines.back().alter_path.clear();
    lines.back().end_path.clear();
  }
  return lines;
}

std::string functions_now(PersonFacts const& facts, base::Date today) {
  std::vector<std::string> names;
  for (auto const& one : facts.appointments) {
    if (one.runs_on(today) && std::find(names.begin(), names.end(), one.function) == names.end())
      names.push_back(one.function);
  }
  return base::joined(names, ", ");
}

double total_now(PersonFacts const& facts, base::Date today) {
  double total = 0;
  for (auto const& one : facts.appointments) {
    if (one.runs_on(today)) total += one.fte;
  }
  return total;
}

/// As this board may know it: an account that another board opened is not told of.
std::string words_for_account(PersonFacts const& facts, Words const& tr) {
  if (!facts.account || !facts.person.invited_at) return tr("Nog niet uitgenodigd");
  return facts.account->password_hash.empty() ? tr("Uitgenodigd, nog niet aangemeld") : tr("In gebruik");
}

void add_file(PersonView& view, PersonFacts const& facts, Viewer const& viewer, Words const& tr) {
  view.has_file = true;
  view.email = facts.person.email;
  view.total = tr("{} fte", tr.decimal(total_now(facts, viewer.today)));
  view.account = words_for_account(facts, tr);
  view.earlier = earlier_work_of(facts, viewer, tr);
  view.has_earlier = !view.earlier.empty();
  view.earlier_heading =
      tr.n("{} eerdere aanstelling", "{} eerdere aanstellingen", static_cast<long long>(view.earlier.size()));
}

void add_actions(PersonView& view, PersonFacts const& facts, Words const& tr) {
  auto const path = path_of_person(facts.person.id);
  view.change_path = path + "/wijzigen";
  view.appoint_path = path + "/aanstellingen/nieuw";
  bool const invited = facts.account && facts.person.invited_at;
  if (invited && !facts.account->password_hash.empty()) return;
  view.invite_path = path + "/uitnodigen";
  view.invite_label = invited ? tr("Opnieuw uitnodigen") : tr("Uitnodigen");
}

}  // namespace

std::optional<PersonFacts> facts_of(db::Reading& reading, Viewer const& viewer, PersonId const& person) {
  auto const found = find_person(reading, viewer.board, person);
  if (!found) return std::nullopt;
  bool const sees_file = viewer.may(Action::see, Matter::person_file);
  return PersonFacts{*found, appointments_of(reading, viewer.board, person),
                     sees_file ? access::account_of(reading, person) : std::nullopt};
}

PersonView view_of(PersonFacts const& facts, Viewer const& viewer, Words const& tr) {
  PersonView view{
      .name = facts.person.name(), .lead = functions_now(facts, viewer.today), .work_now = work_of(facts, viewer, tr)};
  view.has_work = !view.work_now.empty();
  bool const is_office = viewer.may(Action::change, Matter::person_file);
  if (!view.has_work) {
    view.no_work_yet = is_office ? tr("Met een aanstelling hoort iemand ergens bij: dan vinden collega's elkaar, en "
                                      "kan er uitgenodigd worden.")
                                 : tr("Op dit moment is er geen aanstelling.");
  }
  if (viewer.may(Action::see, Matter::person_file)) add_file(view, facts, viewer, tr);
  if (is_office) add_actions(view, facts, tr);
  return view;
}

}  // namespace lenig::organisation::pages
