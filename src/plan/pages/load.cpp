// Hours of the yearly task of who work at a place: seen, typed and pasted by who agrees on them.
#include "plan/load.hpp"

#include <charconv>

#include "plan/pages/practice_pages.hpp"
#include "plan/pages/words.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"

namespace lenig::plan::pages {

namespace {

using access::Matter;

constexpr std::size_t most_fields = 200;  // of more people hours are pasted, or typed school by school
constexpr std::size_t most_told = 20;     // faults of lines at once
constexpr int first_year = 1990;
constexpr int last_year = 2100;

struct YearLink {
  std::string year;
  std::string year_path;
  bool here = false;
};
BOOST_DESCRIBE_STRUCT(YearLink, (), (year, year_path, here))

struct PersonLine {
  std::string who;
  std::string hours;
};
BOOST_DESCRIBE_STRUCT(PersonLine, (), (who, hours))

struct LoadView {
  static constexpr std::string_view view = "plan/load";
  std::string unit;
  std::string path;
  std::string known;
  bool few = false;
  std::vector<YearLink> years;
  std::vector<PersonLine> people;
};
BOOST_DESCRIBE_STRUCT(LoadView, (), (unit, path, known, few, years, people))

std::string path_to(UnitId const& unit) { return "/plannen/jaartaak/" + unit.text(); }

std::optional<int> year_in(std::string const& text) {
  int year = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  bool const whole = error == std::errc{} && end == text.data() + text.size();
  return whole && year >= first_year && year <= last_year ? std::optional(year) : std::nullopt;
}

/// Who work at a place, with their hours of a school year.
struct Load {
  UnitId unit;
  std::string unit_name;
  int year = 0;
  std::vector<organisation::PersonSummary> staff;
  Hours hours;

  std::string path() const { return path_to(unit) + "/" + std::to_string(year); }
  std::string back() const { return path_to(unit) + "?jaar=" + std::to_string(year); }
};

Load load_of(Visit& visit, int year) {
  auto const unit = visit.id<UnitId>();
  return visit.read([&](db::Reading& reading) {
    auto const staff = organisation::staff_of(reading, {unit}, visit.viewer.today);
    auto const ids = base::collected(staff, &organisation::PersonSummary::id);
    return Load{unit, name_of(unit_names(reading, {unit}), unit), year, staff,
                hours_of(reading, visit.viewer.board, year, ids)};
  });
}

std::string hours_said(Load const& load, PersonId const& person, i18n::Words const& tr) {
  auto const at = load.hours.find(person);
  return at == load.hours.end() ? "" : tr.decimal(at->second);
}

std::vector<html::Link> crumbs_to(Load const& load, i18n::Words const& tr) {
  return {{load.unit_name, path_of_course(load.unit)}, {tr("Uren van de jaartaak"), load.back()}};
}

std::string field_of(PersonId const& person) { return "hours-" + person.text(); }

/// One field a person, with what is known; it remembers what it showed.
html::FormBuilder typed_form(Load const& load, i18n::Words const& tr) {
  html::FormBuilder form(tr, tr("Jaartaak {}", name_of_year(load.year)), load.path() + "/invullen", tr("Bewaar"));
  form.intro(tr("In uren, in het hele schooljaar. Leeg: niet bekend.")).cancel(load.back());
  std::string seen;
  for (auto const& one : load.staff) {
    auto const at = load.hours.find(one.id);
    auto const hours = at == load.hours.end() ? "" : fmt::format("{:.6g}", at->second);
    form.optional_text(field_of(one.id), one.name(), one.function).start(field_of(one.id), hours);
    seen += one.id.text() + "=" + hours + "\n";
  }
  return form.hidden(std::string(html::seen_field), base::sha256_hex(seen));
}

struct Typed {
  HoursDraft draft;
  std::vector<html::Objection> objections;
};

/// What was typed; who has no field in it keeps what stood there.
Typed typed_in(Load const& load, html::Sent const& sent, i18n::Words const& tr) {
  Typed typed;
  for (auto const& one : load.staff) {
    auto const text = sent.value(field_of(one.id));
    if (!text) continue;
    auto const trimmed = base::trimmed(*text);
    auto const hours = trimmed.empty() ? std::nullopt : base::decimal_from(trimmed);
    if (!trimmed.empty() && !hours) {
      typed.objections.push_back({field_of(one.id), tr("Vul een getal in, of laat het leeg.")});
    } else if (hours && !is_in_range(*hours)) {
      typed.objections.push_back({field_of(one.id), tr("Vul meer dan 0 en hoogstens 2500 uur in, of laat het leeg.")});
    } else {
      typed.draft.emplace(one.id, hours);
    }
  }
  return typed;
}

Response form_page(Visit& visit, Load const& load, html::FormBuilder const& form) {
  return visit.form_page(form.build(), crumbs_to(load, visit.tr), {Matter::load});
}

std::string words_for(LoadRefusal why, i18n::Words const& tr) {
  switch (why) {
    case LoadRefusal::not_of_this_unit:
      return tr("Iemand werkt hier niet meer. Kijk wie er nu staan, en bewaar opnieuw.");
    case LoadRefusal::out_of_range: return tr("Vul meer dan 0 en hoogstens 2500 uur in, of laat het leeg.");
  }
  return {};
}

// --- pasted lines

struct LinesDraft {
  std::string lines;
};
BOOST_DESCRIBE_STRUCT(LinesDraft, (), (lines))

html::FormBuilder pasted_form(Load const& load, i18n::Words const& tr) {
  html::FormBuilder form(tr, tr("Jaartaak {} plakken", name_of_year(load.year)), load.path() + "/plakken",
                         tr("Bewaar"));
  form.area("lines", tr("Regels"),
            tr("Eén per regel: e-mailadres;uren. Hoogstens zo'n 250 regels tegelijk. Wie er niet bij staat, houdt wat "
               "er stond."))
      .cancel(load.back());
  return form;
}

std::string words_for(LineFaultAt const& at, i18n::Words const& tr) {
  switch (at.fault) {
    case LineFault::no_hours: return tr("Regel {}: zet na het adres een puntkomma en de uren.", at.line);
    case LineFault::hours_unreadable:
      return tr("Regel {}: de uren zijn geen getal. Schrijf bijvoorbeeld 1659 of 829,5.", at.line);
    case LineFault::out_of_range: return tr("Regel {}: vul meer dan 0 en hoogstens 2500 uur in.", at.line);
    case LineFault::address_unknown:
      return tr("Regel {}: dit adres is van niemand die hier werkt. Verbeter het of haal de regel weg.", at.line);
    case LineFault::twice: return tr("Regel {}: dit adres staat er al. Haal een van beide regels weg.", at.line);
  }
  return {};
}

std::string words_for(std::vector<LineFaultAt> const& faults, i18n::Words const& tr) {
  std::vector<std::string> told;
  for (auto const& one : faults) {
    if (told.size() < most_told) told.push_back(words_for(one, tr));
  }
  if (faults.size() > told.size()) told.push_back(tr("En nog {} regels.", faults.size() - told.size()));
  return base::joined(told, " ");
}

Response saved(Visit& visit, Load const& load, std::string const& undo) {
  return visit.see_other(load.back(), undo.empty() ? visit.tr("Er veranderde niets.") : visit.tr("Bewaard."), undo);
}

}  // namespace

Response show_load(Visit& visit) {
  auto const& tr = visit.tr;
  int const now = school_year_of(visit.viewer.today);
  auto const load = load_of(visit, year_in(visit.query.value("jaar").value_or("")).value_or(now));
  LoadView view{
      .unit = load.unit_name,
      .path = load.path(),
      .known = tr("{}: van {} van de {} mensen bekend.", name_of_year(load.year), load.hours.size(), load.staff.size()),
      .few = load.staff.size() <= most_fields};
  for (int year = now - 1; year <= now + 1; ++year)
    view.years.push_back({name_of_year(year), path_to(load.unit) + "?jaar=" + std::to_string(year), year == load.year});
  for (auto const& one : load.staff) view.people.push_back({one.name(), hours_said(load, one.id, tr)});
  return visit.page({.title = tr("Uren van de jaartaak"),
                     .crumbs = course_crumb(load.unit, load.unit_name),
                     .holds = {Matter::load},
                     .content = visit.render(view)});
}

Response show_load_typed(Visit& visit) {
  auto const year = year_in(visit.params.find("year")->second);
  if (!year) return visit.not_found();
  auto const load = load_of(visit, *year);
  if (load.staff.size() > most_fields)
    return visit.see_other(load.path() + "/plakken",
                           visit.tr("Hier werken te veel mensen om in te vullen. Plak regels, of kies een school."));
  return form_page(visit, load, typed_form(load, visit.tr));
}

Response post_load_typed(Visit& visit) {
  auto const year = year_in(visit.params.find("year")->second);
  if (!year) return visit.not_found();
  auto const load = load_of(visit, *year);
  auto form = typed_form(load, visit.tr);
  auto const typed = typed_in(load, visit.form, visit.tr);
  bool const stale = form.is_stale(visit.form);
  form.filled(visit.form, std::nullopt);
  if (stale || !typed.objections.empty()) {
    for (auto const& one : typed.objections) form.filled(visit.form, one);
    return form_page(visit, load, form);
  }
  auto const set =
      visit.write([&](db::Transaction& tx) { return set_hours(tx, visit.actor(), load.unit, *year, typed.draft); });
  if (!set)
    return form_page(visit, load, form.filled(visit.form, html::Objection{"", words_for(set.error(), visit.tr)}));
  return saved(visit, load, *set);
}

Response show_load_pasted(Visit& visit) {
  auto const year = year_in(visit.params.find("year")->second);
  if (!year) return visit.not_found();
  auto const load = load_of(visit, *year);
  return form_page(visit, load, pasted_form(load, visit.tr));
}

Response post_load_pasted(Visit& visit) {
  auto const year = year_in(visit.params.find("year")->second);
  if (!year) return visit.not_found();
  auto const load = load_of(visit, *year);
  auto const filled = visit.read_form<LinesDraft>();
  auto form = pasted_form(load, visit.tr);
  if (!filled) return form_page(visit, load, form.filled(filled));
  auto const addresses = visit.read(
      [&](db::Reading& reading) { return addresses_at(reading, visit.viewer.board, load.unit, visit.viewer.today); });
  auto const draft = hours_in(filled->lines, addresses);
  if (!draft)
    return form_page(visit, load, form.filled(filled, html::Objection{"lines", words_for(draft.error(), visit.tr)}));
  auto const set =
      visit.write([&](db::Transaction& tx) { return set_hours(tx, visit.actor(), load.unit, *year, *draft); });
  if (!set)
    return form_page(visit, load, form.filled(filled, html::Objection{"lines", words_for(set.error(), visit.tr)}));
  return saved(visit, load, *set);
}

}  // namespace lenig::plan::pages
