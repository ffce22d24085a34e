#include <algorithm>

#include "organisation/import_file.hpp"
#include "organisation/pages/pages.hpp"
#include "organisation/pages/words.hpp"
#include "platform/base/text.hpp"

namespace lenig::organisation::pages::import_people {

namespace {

using i18n::Words;

constexpr char const* start = "/organisatie/invoer";
constexpr std::size_t most_shown = 100;
constexpr std::size_t most_letters_of_sample = 30;

/// Where a file is brought.
struct BringView {
  static constexpr std::string_view view = "organisation/import";
  std::string problem;
  std::string back;
};
BOOST_DESCRIBE_STRUCT(BringView, (), (problem, back))

struct FaultLine {
  std::string at;
  std::string in_column;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(FaultLine, (), (at, in_column, reason))

struct StepLine {
  std::string at;
  std::string happens;
  std::string whom;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(StepLine, (), (at, happens, whom, detail))

/// What taking the file would do.
struct ReviewView {
  static constexpr std::string_view view = "organisation/import_review";
  std::string name;
  std::string lead;
  std::string path;
  std::string columns_path;
  std::string drop_path;
  bool has_faults = false;
  std::string faults_heading;
  std::vector<FaultLine> faults;
  std::string more_faults;
  bool has_steps = false;
  std::vector<StepLine> steps;
  std::string more_steps;
  std::string take_label;
  std::string shown;  // what the page says will happen: taken only while it still is so
};
BOOST_DESCRIBE_STRUCT(ReviewView, (),
                      (name, lead, path, columns_path, drop_path, has_faults, faults_heading, faults, more_faults,
                       has_steps, steps, more_steps, take_label, shown))

/// The page of the board itself, which says what was done.
std::string board_of(Visit const& visit) { return organisation::path_of(UnitId(visit.viewer.board.text())); }

std::string path_of(ImportFileId const& file) { return std::string(start) + "/" + file.text(); }

std::vector<html::Link> crumbs(Visit const& visit) { return {{visit.tr("Organisatie"), "/organisatie"}}; }

std::optional<ImportFile> file_of(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    return find_import_file(reading, visit.viewer.board, visit.viewer.person, visit.id<ImportFileId>("file_id"));
  });
}

Response bring_page(Visit& visit, std::string problem, int status) {
  return visit.page({visit.tr("Mensen invoeren"),
                     crumbs(visit),
                     {access::Matter::unit_register},
                     visit.render(BringView{std::move(problem), board_of(visit)}),
                     access::Width::narrow},
                    status);
}

std::string words_for(ImportFileRefusal why, Words const& tr) {
  switch (why) {
    case ImportFileRefusal::empty:
      return tr("In dit bestand staan geen regels. Sla de lijst in Excel op als CSV en kies dat bestand.");
    case ImportFileRefusal::too_many_columns:
      return tr("Dit bestand heeft meer dan 200 kolommen. Laat alleen de kolommen staan die nodig zijn.");
  }
  return {};
}

std::string label_of(std::string_view member, Words const& tr) {
  if (member == "email") return tr("E-mailadres");
  if (member == "given_name") return tr("Voornaam of voorletters");
  if (member == "prefix") return tr("Tussenvoegsel");
  if (member == "family_name") return tr("Achternaam");
  if (member == "unit") return tr("School of team");
  if (member == "function") return tr("Functie");
  if (member == "fte") return tr("Omvang in fte");
  if (member == "from") return tr("Werkt hier vanaf");
  return tr("Werkt hier tot en met");
}

/// "Roepnaam (bijvoorbeeld Anna)"
std::string option_of(ImportFile const& file, std::size_t column, Words const& tr) {
  auto const& heading = file.records.front().values[column];
  for (std::size_t i = 1; i < file.records.size(); ++i) {
    auto const& values = file.records[i].values;
    auto const sample = column < values.size() ? base::cleaned(values[column]).value_or("") : "";
    if (!sample.empty() && base::length(sample) <= most_letters_of_sample)
      return tr("{} (bijvoorbeeld {})", heading, sample);
  }
  return heading;
}

html::FormBuilder columns_form(Visit const& visit, ImportFile const& file) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Wat staat in welke kolom?"), path_of(file.id) + "/kolommen", tr("Verder"));
  form.intro(
          tr("Wij hebben de kolommen van {} vast gekozen. Verbeter wat niet klopt; de volgende keer weten wij het nog.",
             file.name))
      .cancel(start);
  std::vector<html::Option> options;
  for (std::size_t i = 0; i < file.headings().size(); ++i)
    options.push_back({std::to_string(i), option_of(file, i, tr)});
  base::each_member<PeopleColumns>([&](std::string_view member, auto) {
    std::string const name(member);
    if (member == "prefix" || member == "until") {
      form.optional_choice(name, label_of(member, tr), options);
    } else {
      form.choice(name, label_of(member, tr), options);
    }
  });
  return form;
}

std::string happens(ImportAct act, Words const& tr) {
  switch (act) {
    case ImportAct::person_added: return tr("Nieuw");
    case ImportAct::person_changed: return tr("Andere naam");
    case ImportAct::appointment_added: return tr("Nieuwe aanstelling");
    case ImportAct::appointment_changed: return tr("Aanstelling gewijzigd");
    case ImportAct::appointment_ended: return tr("Aanstelling beëindigd");
  }
  return {};
}

std::string detail_of(ImportStep const& step, Words const& tr) {
  if (step.act == ImportAct::person_added || step.act == ImportAct::person_changed) return {};
  auto const& it = step.appointment;
  auto const period = it.ends_on ? tr("van {} tot en met {}", tr.short_day(it.starts_on), tr.short_day(*it.ends_on))
                                 : tr("vanaf {}", tr.short_day(it.starts_on));
  return step.unit + ", " + it.function + ", " + exact(it.fte, tr) + " fte, " + period;
}

std::string counted(ImportAct act, long long count, Words const& tr) {
  switch (act) {
    case ImportAct::person_added: return tr.n("{} mens erbij", "{} mensen erbij", count);
    case ImportAct::person_changed: return tr.n("{} naam anders", "{} namen anders", count);
    case ImportAct::appointment_added: return tr.n("{} aanstelling erbij", "{} aanstellingen erbij", count);
    case ImportAct::appointment_changed: return tr.n("{} aanstelling anders", "{} aanstellingen anders", count);
    case ImportAct::appointment_ended: return tr.n("{} aanstelling beëindigd", "{} aanstellingen beëindigd", count);
  }
  return {};
}

std::string lead_of(Imported const& planned, Words const& tr) {
  std::vector<std::string> parts;
  base::each_enumerator<ImportAct>([&](ImportAct act) {
    if (auto const count = planned.count(act); count > 0) parts.push_back(counted(act, count, tr));
  });
  if (!parts.empty())
    return tr("Er is nog niets veranderd. Dit gebeurt er als u invoert: {}.", base::joined(parts, ", "));
  return planned.faults.empty() ? tr("Er verandert niets: alles staat er al zo in.") : tr("Er is nog niets veranderd.");
}

std::size_t lines_at_fault(Imported const& planned) {
  std::size_t lines = 0;
  int before = 0;
  for (auto const& fault : planned.faults) {
    lines += fault.line != before ? 1 : 0;
    before = fault.line;
  }
  return lines;
}

void show_faults(ReviewView& view, Imported const& planned, Words const& tr) {
  view.has_faults = !planned.faults.empty();
  auto const lines = lines_at_fault(planned);
  view.faults_heading = tr.n("{} regel kan zo niet mee", "{} regels kunnen zo niet mee", static_cast<long long>(lines));
  for (auto const& fault : planned.faults) {
    if (view.faults.size() == most_shown) break;
    auto given = fault;
    if (fault.why == ImportWhy::column_missing) given.given = label_of(fault.given, tr);
    view.faults.push_back({tr("Regel {}", fault.line), fault.column, organisation::words_for(given, tr)});
  }
  if (planned.faults.size() > most_shown)
    view.more_faults = tr("Dit zijn de eerste {} van {} fouten.", most_shown, planned.faults.size());
}

void show_steps(ReviewView& view, Imported const& planned, Words const& tr) {
  view.has_steps = !planned.steps.empty();
  for (auto const& step : planned.steps) {
    if (view.steps.size() == most_shown) break;
    view.steps.push_back({std::to_string(step.line), happens(step.act, tr), step.name, detail_of(step, tr)});
  }
  if (planned.steps.size() > most_shown)
    view.more_steps = tr("Dit zijn de eerste {} van {} veranderingen.", most_shown, planned.steps.size());
  if (planned.steps.empty()) return;
  view.take_label = view.has_faults ? tr("Voer de goede regels in") : tr("Voer in");
}

/// What the page showed, as one word: a plan of another moment has another one.
std::string sign_of(Imported const& planned) {
  std::string all;
  for (auto const& step : planned.steps)
    all += std::to_string(step.line) + std::to_string(static_cast<int>(step.act)) + step.name + step.unit + "\n";
  for (auto const& fault : planned.faults)
    all += std::to_string(fault.line) + std::to_string(static_cast<int>(fault.why)) + "\n";
  return base::sha256_hex(all);
}

Response review_page(Visit& visit, ImportFile const& file, Imported const& planned, int status) {
  auto const& tr = visit.tr;
  ReviewView view{.name = tr("Nakijken: {}", file.name),
                  .lead = lead_of(planned, tr),
                  .path = path_of(file.id),
                  .columns_path = path_of(file.id) + "/kolommen",
                  .drop_path = path_of(file.id) + "/weg",
                  .shown = sign_of(planned)};
  show_faults(view, planned, tr);
  show_steps(view, planned, tr);
  return visit.page({view.name, crumbs(visit), {access::Matter::unit_register}, visit.render(view)}, status);
}

Imported planned(Visit& visit, ImportFile const& file) {
  auto const read = file.read();
  return visit.read([&](db::Reading& reading) { return plan_import(reading, visit.actor(), read); });
}

/// Something else would happen than the page said: it says it anew first.
struct OtherThanShown {};

Result<Imported, OtherThanShown> taken(db::Transaction& tx, base::Actor const& actor, ImportFile const& file,
                                       std::string const& shown) {
  auto imported = organisation::import_people(tx, actor, file.read(), Take::good_rows);
  if (sign_of(imported) != shown) return std::unexpected(OtherThanShown());
  drop_import_file(tx, actor, file.id);
  return imported;
}

}  // namespace

Response show(Visit& visit) { return bring_page(visit, "", 200); }

Response bring(Visit& visit) {
  auto const file = std::ranges::find(visit.uploads, "file", &http::Upload::field);
  if (file == visit.uploads.end() || file->name.empty())
    return bring_page(visit, visit.tr("Kies eerst een bestand."), 422);
  auto const name = base::cleaned(file->name).value_or("");
  auto const kept =
      visit.write([&](db::Transaction& tx) { return keep_import_file(tx, visit.actor(), name, file->content); });
  if (!kept) return bring_page(visit, words_for(kept.error(), visit.tr), 422);
  return visit.see_other(path_of(*kept) + "/kolommen");
}

Response columns(Visit& visit) {
  auto const file = file_of(visit);
  if (!file) return visit.not_found();
  return visit.form_page(columns_form(visit, *file).start(file->columns).build(), crumbs(visit),
                         {access::Matter::unit_register});
}

Response choose(Visit& visit) {
  auto const file = file_of(visit);
  if (!file) return visit.not_found();
  auto const filled = visit.read_form<PeopleColumns>();
  auto form = columns_form(visit, *file);
  auto const missing = missing_columns(*filled);
  std::optional<html::Objection> objection;
  if (!missing.empty()) objection = html::Objection{missing.front(), visit.tr("Kies de kolom waarin dit staat.")};
  if (!filled || objection)
    return visit.form_page(form.filled(filled, objection).build(), crumbs(visit), {access::Matter::unit_register});
  visit.write([&](db::Transaction& tx) { choose_columns(tx, visit.actor(), *file, *filled); });
  return visit.see_other(path_of(file->id));
}

Response review(Visit& visit) {
  auto const file = file_of(visit);
  if (!file) return visit.not_found();
  return review_page(visit, *file, planned(visit, *file), 200);
}

Response take(Visit& visit) {
  auto const file = file_of(visit);
  if (!file) return visit.not_found();
  auto const shown = visit.form.value("shown").value_or("");
  auto const done = visit.write([&](db::Transaction& tx) { return taken(tx, visit.actor(), *file, shown); });
  if (!done) return review_page(visit, *file, planned(visit, *file), 422);
  auto const said = visit.tr.n("{} verandering ingevoerd.", "{} veranderingen ingevoerd.",
                               static_cast<long long>(done->steps.size()));
  return visit.see_other(board_of(visit), said, done->undo);
}

Response drop(Visit& visit) {
  auto const id = visit.id<ImportFileId>("file_id");
  bool const dropped = visit.write([&](db::Transaction& tx) { return drop_import_file(tx, visit.actor(), id); });
  if (!dropped) return visit.not_found();
  return visit.see_other(board_of(visit), visit.tr("Het bestand is weg; er is niets veranderd."));
}

}  // namespace lenig::organisation::pages::import_people
