#include "organisation/import_taking.hpp"
#include "organisation/pages/import_review.hpp"
#include "organisation/pages/pages.hpp"
#include "organisation/pages/words.hpp"
#include "platform/base/random.hpp"
#include "platform/base/text.hpp"

namespace lenig::organisation::pages::import_people {

namespace {

using i18n::Words;

constexpr char const* start = "/organisatie/invoer";

std::string path_of(ImportFileId const& file) { return path_of_import(file); }

std::optional<ImportFile> file_of(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    return find_import_file(reading, visit.viewer.board, visit.viewer.person, ImportKind::people,
                            visit.id<ImportFileId>("file_id"));
  });
}

Response bring_page(Visit& visit, std::string problem, int status) {
  auto const& tr = visit.tr;
  BringView const view{
      .heading = tr("Mensen invoeren"),
      .lead = tr("Neem de lijst uit het personeelssysteem over. U ziet eerst wat er verandert; daarna pas voert u in."),
      .hint = tr(
          "Een CSV-bestand, hoogstens 2 MB: zo'n 25 000 mensen; een langere lijst kan uw beheerder invoeren. In "
          "Excel: Opslaan als, CSV. De eerste regel noemt de kolommen: naam, e-mailadres, school, functie, omvang en "
          "begindatum."),
      .action = start,
      .problem = std::move(problem),
      .other = tr("Scholen invoeren"),
      .other_path = "/organisatie/invoer/scholen",
      .back = path_of_board(visit)};
  return visit.page(
      {view.heading, import_crumbs(visit), {access::Matter::unit_register}, visit.render(view), access::Width::narrow},
      status);
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

html::FormBuilder columns_form(Visit const& visit, ImportFile const& file) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Wat staat in welke kolom?"), path_of(file.id) + "/kolommen", tr("Verder"));
  form.intro(
          tr("Wij hebben de kolommen van {} vast gekozen. Verbeter wat niet klopt; de volgende keer weten wij het nog.",
             file.name))
      .cancel(start);
  auto const options = column_options(file, tr);
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

std::vector<std::string> counted(Imported const& planned, Words const& tr) {
  std::vector<std::string> parts;
  base::each_enumerator<ImportAct>([&](ImportAct act) {
    if (auto const count = planned.count(act); count > 0) parts.push_back(counted(act, count, tr));
  });
  return parts;
}

void show_steps(ReviewView& view, Imported const& planned, Words const& tr) {
  view.has_steps = planned.changes() > 0;
  for (auto const& step : planned.steps)
    view.steps.push_back({std::to_string(step.line), happens(step.act, tr), step.name, detail_of(step, tr)});
  if (planned.changes() > static_cast<long long>(planned.steps.size()))
    view.more_steps = tr("Dit zijn de eerste {} van {} veranderingen.", planned.steps.size(), planned.changes());
  if (!view.has_steps) return;
  view.take_label = view.has_faults ? tr("Voer de goede regels in") : tr("Voer in");
}

Importing importing(Visit const& visit, db::Database& database) { return {database, visit.scope, visit.actor()}; }

Response review_page(Visit& visit, ImportFile const& file, Imported const& planned, int status) {
  auto const& tr = visit.tr;
  ReviewView view{.name = tr("Nakijken: {}", file.name),
                  .lead = lead_of(counted(planned, tr), planned.faults_in_all > 0, tr),
                  .path = path_of(file.id),
                  .columns_path = path_of(file.id) + "/kolommen",
                  .drop_path = path_of(file.id) + "/weg",
                  .of_whom = tr("Wie"),
                  .shown = planned.sign,
                  .rows = planned.rows};
  show_faults(
      view, {planned.faults, planned.faults_in_all, planned.lines_at_fault},
      [&](std::string_view member) { return label_of(member, tr); }, tr);
  show_steps(view, planned, tr);
  return visit.page({view.name, import_crumbs(visit), {access::Matter::unit_register}, visit.render(view)}, status);
}

}  // namespace

Response show(Visit& visit) { return bring_page(visit, "", 200); }

Response bring(Visit& visit) {
  auto const kept = keep_brought_file(visit, ImportKind::people);
  if (!kept) return bring_page(visit, kept.error(), 422);
  return visit.see_other(path_of(*kept) + "/kolommen");
}

Response columns(Visit& visit) {
  auto const file = file_of(visit);
  if (!file) return visit.not_found();
  return visit.form_page(columns_form(visit, *file).start(file->people_columns()).build(), import_crumbs(visit),
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
    return visit.form_page(form.filled(filled, objection).build(), import_crumbs(visit),
                           {access::Matter::unit_register});
  visit.write([&](db::Transaction& tx) { choose_columns(tx, visit.actor(), *file, *filled); });
  return visit.see_other(path_of(file->id));
}

Response review(Visit& visit, db::Database& database) {
  auto const file = file_of(visit);
  if (!file) return visit.not_found();
  return review_page(visit, *file, plan_people(importing(visit, database), file->people()), 200);
}

Response take(Visit& visit, db::Database& database) {
  auto const file = file_of(visit);
  if (!file) return visit.not_found();
  auto const shown = visit.form.value("shown").value_or("");
  auto const rows = static_cast<long long>(base::decimal_from(visit.form.value("rows").value_or("")).value_or(0));
  if (rows > rows_while_waiting) {
    visit.write([&](db::Transaction& tx) { order_taking(tx, visit.actor(), file->id, shown, rows); });
    return visit.see_other(path_of_progress(file->id));
  }
  visit.write([](db::Transaction&) {});  // a form that came twice is done once
  auto const done = organisation::import_people(
      importing(visit, database), file->people(),
      {.take = Take::good_rows, .shown = shown, .besides = [&](db::Transaction& tx, Imported const&) {
         drop_import_file(tx, visit.actor(), file->id);
       }});
  if (!done) return review_page(visit, *file, plan_people(importing(visit, database), file->people()), 422);
  auto const said = visit.tr.n("{} verandering ingevoerd.", "{} veranderingen ingevoerd.", done->changes());
  return visit.see_other(path_of_board(visit), said, done->undo);
}

Response drop(Visit& visit) {
  auto const id = visit.id<ImportFileId>("file_id");
  bool const dropped = visit.write([&](db::Transaction& tx) { return drop_import_file(tx, visit.actor(), id); });
  if (!dropped) return visit.not_found();
  return visit.see_other(path_of_board(visit), visit.tr("Het bestand is weg; er is niets veranderd."));
}

}  // namespace lenig::organisation::pages::import_people
