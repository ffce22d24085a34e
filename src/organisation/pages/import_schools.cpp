#include "organisation/import_schools.hpp"

#include "organisation/pages/import_review.hpp"
#include "organisation/pages/pages.hpp"
#include "platform/base/random.hpp"
#include "platform/base/text.hpp"

namespace lenig::organisation::pages::import_schools {

namespace {

using i18n::Words;

constexpr char const* start = "/organisatie/invoer/scholen";

std::string path_of(ImportFileId const& file) { return std::string(start) + "/" + file.text(); }

std::optional<ImportFile> file_of(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    return find_import_file(reading, visit.viewer.board, visit.viewer.person, ImportKind::schools,
                            visit.id<ImportFileId>("file_id"));
  });
}

Response bring_page(Visit& visit, std::string problem, int status) {
  auto const& tr = visit.tr;
  BringView const view{
      .heading = tr("Scholen invoeren"),
      .lead =
          tr("Neem de scholen over uit de open data van DUO. U ziet eerst wat er verandert; daarna pas voert u in."),
      .hint =
          tr("Een CSV-bestand, hoogstens 2 MB: de vestigingen van het basisonderwijs, het voortgezet of het speciaal "
             "onderwijs, van heel Nederland of alleen die van u."),
      .action = start,
      .problem = std::move(problem),
      .other = tr("Mensen invoeren"),
      .other_path = "/organisatie/invoer",
      .back = path_of_board(visit)};
  return visit.page(
      {view.heading, import_crumbs(visit), {access::Matter::unit_register}, visit.render(view), access::Width::narrow},
      status);
}

std::string label_of(std::string_view member, Words const& tr) {
  if (member == "authority") return tr("Nummer van het bevoegd gezag");
  if (member == "institution") return tr("Instellingscode of BRIN-nummer");
  if (member == "location") return tr("Vestigingscode");
  if (member == "name") return tr("Naam van de school");
  return tr("Plaats");
}

html::FormBuilder choices_form(Visit const& visit, ImportFile const& file) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Welke scholen zijn van u?"), path_of(file.id) + "/kolommen", tr("Verder"));
  form.intro(
          tr("Wij hebben de kolommen van {} vast gekozen. Verbeter wat niet klopt; de volgende keer weten wij het nog.",
             file.name))
      .cancel(start);
  form.optional_text("numbers", tr("Uw nummer bij DUO"),
                     tr("Het nummer van het bevoegd gezag, vijf cijfers. Heeft uw bestuur er meer, zet er dan spaties "
                        "tussen. Leeg mag als in het bestand alleen scholen van u staan."));
  form.options("missing", tr("Scholen met een code die niet in het bestand staan"),
               {{std::string(base::name_of(Missing::stays)), tr("Blijven staan")},
                {std::string(base::name_of(Missing::ends)), tr("Beëindigen, als er niemand meer werkt")}},
               tr("Laat ze staan als in het bestand maar één soort onderwijs staat en u er meer heeft. Is er een regel "
                  "fout, dan wordt er geen school beëindigd."));
  auto const options = column_options(file, tr);
  base::each_member<SchoolColumns>([&](std::string_view member, auto) {
    std::string const name(member);
    if (member == "name" || member == "town") {
      form.choice(name, label_of(member, tr), options);
    } else {
      form.optional_choice(name, label_of(member, tr), options);
    }
  });
  return form;
}

std::string happens(SchoolAct act, Words const& tr) {
  switch (act) {
    case SchoolAct::added: return tr("Nieuw");
    case SchoolAct::changed: return tr("Gewijzigd");
    case SchoolAct::reopened: return tr("Weer open");
    case SchoolAct::ended: return tr("Beëindigd");
    case SchoolAct::kept: return tr("Blijft");
  }
  return {};
}

std::string detail_of(SchoolStep const& step, Words const& tr) {
  if (step.act == SchoolAct::kept) return tr("Staat niet in het bestand, maar er werken nog mensen: blijft open.");
  if (step.act == SchoolAct::ended) return tr("{}, staat niet in het bestand", step.code);
  auto const is = step.code + (step.school.town.empty() ? "" : ", " + step.school.town);
  return step.before.empty() ? is : tr("{}; nu: {}", is, step.before);
}

std::string counted(SchoolAct act, long long count, Words const& tr) {
  switch (act) {
    case SchoolAct::added: return tr.n("{} school erbij", "{} scholen erbij", count);
    case SchoolAct::changed: return tr.n("{} school gewijzigd", "{} scholen gewijzigd", count);
    case SchoolAct::reopened: return tr.n("{} school weer open", "{} scholen weer open", count);
    case SchoolAct::ended: return tr.n("{} school beëindigd", "{} scholen beëindigd", count);
    case SchoolAct::kept: return {};
  }
  return {};
}

std::vector<std::string> counted(ImportedSchools const& planned, Words const& tr) {
  std::vector<std::string> parts;
  base::each_enumerator<SchoolAct>([&](SchoolAct act) {
    auto const count = planned.count(act);
    if (count > 0 && act != SchoolAct::kept) parts.push_back(counted(act, count, tr));
  });
  return parts;
}

void show_steps(ReviewView& view, ImportedSchools const& planned, Words const& tr) {
  view.has_steps = !planned.steps.empty();
  for (auto const& step : planned.steps) {
    if (view.steps.size() == most_shown) break;
    view.steps.push_back({step.line == 0 ? "" : std::to_string(step.line), happens(step.act, tr), step.school.name,
                          detail_of(step, tr)});
  }
  if (planned.steps.size() > most_shown)
    view.more_steps = tr("Dit zijn de eerste {} van {} veranderingen.", most_shown, planned.steps.size());
  if (planned.changes() > 0) view.take_label = view.has_faults ? tr("Voer de goede regels in") : tr("Voer in");
}

/// What the page showed, as one word: a plan of another moment has another one.
std::string sign_of(ImportedSchools const& planned) {
  std::string all;
  for (auto const& step : planned.steps)
    all += step.code + "|" + std::string(base::name_of(step.act)) + "|" + step.school.name + "|" + step.school.town +
           "|" + step.before + "\n";
  for (auto const& fault : planned.faults)
    all += std::to_string(fault.line) + std::to_string(static_cast<int>(fault.why)) + "\n";
  return base::sha256_hex(all);
}

Response review_page(Visit& visit, ImportFile const& file, int status) {
  auto const& tr = visit.tr;
  auto const read = file.schools();
  auto const planned = visit.read([&](db::Reading& reading) { return plan_schools(reading, visit.actor(), read); });
  ReviewView view{.name = tr("Nakijken: {}", file.name),
                  .lead = lead_of(counted(planned, tr), !planned.faults.empty(), tr),
                  .path = path_of(file.id),
                  .columns_path = path_of(file.id) + "/kolommen",
                  .drop_path = path_of(file.id) + "/weg",
                  .of_whom = tr("School"),
                  .shown = sign_of(planned)};
  auto const at_fault = static_cast<long long>(planned.faults.size());
  show_faults(
      view, {planned.faults, at_fault, at_fault}, [&](std::string_view member) { return label_of(member, tr); }, tr);
  show_steps(view, planned, tr);
  return visit.page({view.name, import_crumbs(visit), {access::Matter::unit_register}, visit.render(view)}, status);
}

/// Something else would happen than the page said: it says it anew first.
struct OtherThanShown {};

Result<ImportedSchools, OtherThanShown> taken(db::Transaction& tx, base::Actor const& actor, ImportFile const& file,
                                              std::string const& shown) {
  auto imported = organisation::import_schools(tx, actor, file.schools());
  if (sign_of(imported) != shown) return std::unexpected(OtherThanShown());
  drop_import_file(tx, actor, file.id);
  return imported;
}

}  // namespace

Response show(Visit& visit) { return bring_page(visit, "", 200); }

Response bring(Visit& visit) {
  auto const kept = keep_brought_file(visit, ImportKind::schools);
  if (!kept) return bring_page(visit, kept.error(), 422);
  return visit.see_other(path_of(*kept) + "/kolommen");
}

Response choices(Visit& visit) {
  auto const file = file_of(visit);
  if (!file) return visit.not_found();
  return visit.form_page(choices_form(visit, *file).start(file->school_choices()).build(), import_crumbs(visit),
                         {access::Matter::unit_register});
}

Response choose(Visit& visit) {
  auto const file = file_of(visit);
  if (!file) return visit.not_found();
  auto const filled = visit.read_form<SchoolChoices>();
  auto form = choices_form(visit, *file);
  auto const missing = missing_columns(static_cast<SchoolColumns const&>(*filled));
  std::optional<html::Objection> objection;
  if (!missing.empty()) objection = html::Objection{missing.front(), visit.tr("Kies de kolom waarin dit staat.")};
  if (!objection) {
    for (auto const& fault : read_schools(file->records, *filled).faults) {
      if (fault.why == ImportWhy::number_missing || fault.why == ImportWhy::number_unknown)
        objection = html::Objection{"numbers", words_for(fault, visit.tr)};
    }
  }
  if (!filled || objection)
    return visit.form_page(form.filled(filled, objection).build(), import_crumbs(visit),
                           {access::Matter::unit_register});
  visit.write([&](db::Transaction& tx) { choose_columns(tx, visit.actor(), *file, *filled); });
  return visit.see_other(path_of(file->id));
}

Response review(Visit& visit) {
  auto const file = file_of(visit);
  if (!file) return visit.not_found();
  return review_page(visit, *file, 200);
}

Response take(Visit& visit) {
  auto const file = file_of(visit);
  if (!file) return visit.not_found();
  auto const shown = visit.form.value("shown").value_or("");
  auto const done = visit.write([&](db::Transaction& tx) { return taken(tx, visit.actor(), *file, shown); });
  if (!done) return review_page(visit, *file, 422);
  auto const said = visit.tr.n("{} school ingevoerd.", "{} scholen ingevoerd.", done->changes());
  return visit.see_other(path_of_board(visit), said, done->undo);
}

Response drop(Visit& visit) {
  auto const id = visit.id<ImportFileId>("file_id");
  bool const dropped = visit.write([&](db::Transaction& tx) { return drop_import_file(tx, visit.actor(), id); });
  if (!dropped) return visit.not_found();
  return visit.see_other(path_of_board(visit), visit.tr("Het bestand is weg; er is niets veranderd."));
}

}  // namespace lenig::organisation::pages::import_schools
