// A school's own words for a report.
#include <algorithm>

#include "programme/pages/pages.hpp"
#include "programme/pages/report_fields.hpp"
#include "programme/pages/unit_way.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

struct Asked {
  UnitWay around;
  ReportOf of;
  AccountDraft now;
};

std::optional<Asked> asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) -> std::optional<Asked> {
    auto around = unit_way(reading, visit.id<ParticipationId>());
    auto const report = visit.id<ReportId>("report_id");
    auto const found = find_report(reading, report);
    if (!found || found->programme != around.way.programme) return std::nullopt;
    Asked asked{std::move(around), report_of(reading, report), {}};
    auto const accounts = accounts_of(reading, asked.of.report);
    auto const own = std::ranges::find(accounts, asked.around.way.id, &Account::participation);
    if (own != accounts.end()) asked.now = {own->words, own->released_on.has_value()};
    return asked;
  });
}

html::FormBuilder form_of(Visit const& visit, Asked const& asked) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("{}: {} in eigen woorden", asked.of.title(tr), asked.around.unit_name),
                         visit.request.path, tr("Bewaar"));
  form.intro(tr("Wat ging goed, wat zat tegen, voldeed het aan uw verwachtingen, hoe gaat u verder? Schrijf het met uw "
                "team. De projectleiding ziet het pas als u het vrijgeeft."))
      .optional_area("words", tr("In eigen woorden"),
                     tr("Een lege regel begint een alinea; een regel die met - begint is een punt."))
      .flag("released", tr("Geef dit vrij voor het verslag"))
      .cancel(asked.around.path())
      .start(asked.now);
  return form;
}

Response page(Visit& visit, Asked const& asked, html::FormBuilder const& form) {
  return visit.form_page(form.build(), asked.around.crumbs(visit.tr), {access::Matter::account});
}

}  // namespace

Response show_account_words(Visit& visit) {
  auto const asked = asked_for(visit);
  if (!asked) return visit.not_found();
  return page(visit, *asked, form_of(visit, *asked));
}

Response post_account_words(Visit& visit) {
  auto const asked = asked_for(visit);
  if (!asked) return visit.not_found();
  auto const filled = visit.read_form<AccountDraft>();
  auto form = form_of(visit, *asked);
  if (!filled || form.is_stale(visit.form)) return page(visit, *asked, form.filled(filled));
  auto const written = visit.write([&](db::Transaction& tx) {
    return write_account(tx, visit.actor(), asked->of.report.id, asked->around.way.id, *filled);
  });
  if (!written) return page(visit, *asked, form.filled(filled, objection_to(written.error(), visit.tr)));
  return visit.see_other(asked->around.path(), filled->released ? visit.tr("Bewaard en vrijgegeven voor het verslag.")
                                                                : visit.tr("Bewaard; alleen u ziet het nog."));
}

}  // namespace lenig::programme::pages
