#include "platform/base/collected.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"
#include "programme/template.hpp"

namespace lenig::programme::pages {

namespace {

struct Card {
  std::string name;
  std::string purpose;
  std::string path;
  std::string about;
};
BOOST_DESCRIBE_STRUCT(Card, (), (name, purpose, path, about))

struct ProgrammesView {
  static constexpr std::string_view view = "programme/programmes";
  bool may_start = false;
  bool has_programmes = false;
  std::vector<Card> programmes;
  std::vector<Card> library;
  bool sees_bounces = false;
};
BOOST_DESCRIBE_STRUCT(ProgrammesView, (), (may_start, has_programmes, programmes, library, sees_bounces))

std::string about(Programme const& programme, i18n::Words const& tr) {
  if (programme.published == 0) return tr("nog niet vastgesteld");
  return tr("versie {}", programme.published);
}

/// Leaders and those who run it see the map; others see what it is.
std::string path_for(Programme const& programme, access::Viewer const& viewer) {
  bool const sees_map = viewer.may(access::Action::see, access::Matter::roll_out);
  return path_of(programme.id) + (sees_map ? "" : "/opzet");
}

std::vector<html::Option> host_options(std::vector<organisation::UnitSummary> const& hosts) {
  return base::collected(hosts,
                         [](organisation::UnitSummary const& host) { return html::Option{host.id.text(), host.name}; });
}

html::FormBuilder programme_form(Visit& visit, std::string const& library_key) {
  auto const& tr = visit.tr;
  auto const hosts = visit.read([&](db::Reading& reading) { return organisation::hosts(reading, visit.viewer.board); });
  html::FormBuilder form(tr, tr("Programma beginnen"), "/programma", tr("Begin"));
  form.intro(tr("U begint met een concept. Scholen nodigt u pas uit als u een versie hebt vastgesteld."))
      .text("name", tr("Naam"))
      .optional_area("purpose", tr("Waar het voor is"))
      .choice("host", tr("Wie voert het uit"), host_options(hosts),
              tr("Een netwerk, het bestuur of één school. Alleen wie daarbij hoort kan meedoen."))
      .options("audience", tr("Wie doorloopt de stappen"),
               {{"units", tr("scholen en teams")}, {"people", tr("mensen")}})
      .hidden("library", library_key)
      .cancel("/programma");
  return form;
}

}  // namespace

Response show_programmes(Visit& visit) {
  auto const found = visit.read([&](db::Reading& reading) { return programmes_of(reading, visit.viewer.board); });
  bool const may_start = visit.viewer.may(access::Action::change, access::Matter::programme);
  ProgrammesView view{.may_start = may_start, .has_programmes = !found.empty()};
  for (auto const& one : found)
    view.programmes.push_back({one.name, one.purpose, path_for(one, visit.viewer), about(one, visit.tr)});
  for (auto const& one : library()) {
    auto const steps = visit.tr.n("{} stap", "{} stappen", static_cast<long long>(one.steps.size()));
    view.library.push_back({one.name, one.purpose, "/programma/nieuw?uit=" + one.key, steps});
  }
  view.sees_bounces = visit.viewer.may(access::Action::see, access::Matter::bounce);
  return visit.page({.title = visit.tr("Programma's"),
                     .holds = {access::Matter::programme, access::Matter::roll_out},
                     .content = visit.render(view)});
}

Response show_programme_new(Visit& visit) {
  auto const* from = ready(visit.query.value("uit").value_or(""));
  auto form = programme_form(visit, from == nullptr ? "" : from->key);
  form.start("audience", "units");
  if (from != nullptr) {
    form.start("name", from->name)
        .start("purpose", from->purpose)
        .start("audience", std::string(base::name_of(from->audience)));
  }
  return visit.form_page(form.build(), programmes_crumb(visit.tr));
}

Response post_programme(Visit& visit) {
  auto const key = visit.form.value("library").value_or("");
  auto const filled = visit.read_form<ProgrammeDraft>();
  if (!filled) return visit.form_page(programme_form(visit, key).filled(filled).build(), programmes_crumb(visit.tr));
  auto const* from = ready(key);
  auto const started = visit.write([&](db::Transaction& tx) {
    return start_programme(tx, visit.actor(), *filled, from == nullptr ? std::vector<Step>() : from->steps);
  });
  if (!started) {
    auto const objection = objection_to(started.error(), visit.tr);
    return visit.form_page(programme_form(visit, key).filled(filled, objection).build(), programmes_crumb(visit.tr));
  }
  return visit.see_other(path_of(*started) + "/opzet",
                         visit.tr("Het concept staat klaar. Pas het aan en stel het vast."));
}

}  // namespace lenig::programme::pages
