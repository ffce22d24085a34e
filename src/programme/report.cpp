#include "programme/report.hpp"

#include <algorithm>
#include <set>

#include "platform/audit/audit.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"
#include "programme/evaluation.hpp"
#include "programme/queries.hpp"
#include "programme/report_figures.hpp"
#include "programme/report_text.hpp"
#include "programme/told_attendance.hpp"

namespace lenig::programme {

namespace {

constexpr std::size_t longest_text = 20'000;
constexpr int first_year = 1990;
constexpr int last_year = 2100;

base::Date day(int year, unsigned month, unsigned of_month) {
  return base::Date(
      std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(of_month)));
}

db::Values key_of(Report const& report) { return {{"board", report.board}, {"report", report.id}}; }

/// A released answer, as a row.
std::vector<Quotable> quotables(db::Reading& reading, Programme const& programme, Period const& period,
                                base::Date today) {
  return reading.all<Quotable>(sql::quotable_answers, {{"board", programme.board},
                                                       {"programme", programme.id},
                                                       {"first", period.from},
                                                       {"after", period.until.plus_days(1)},
                                                       {"today", today},
                                                       {"closed", today.plus_days(-days_to_look_back)},
                                                       {"fewest", fewest_answers}});
}

void write_section(db::Transaction& tx, Report const& report, SectionText const& section) {
  tx.run(sql::upsert_section, db::fields(section, {{"board", report.board}, {"report", report.id}}));
}

void put_quote(db::Transaction& tx, Report const& report, Quotable const& of, bool chosen) {
  auto values = key_of(report);
  values.emplace_back("subject", of.subject);
  values.emplace_back("question", of.question);
  values.emplace_back("person", of.person);
  tx.run(chosen ? sql::insert_quote : sql::delete_quote, values);
}

bool is_missing(ReportDraft const& due, std::vector<Report> const& reports) {
  return std::ranges::none_of(reports, [&](Report const& one) {
    return one.kind == due.kind && one.school_year == due.school_year && one.adopted_on;
  });
}

}  // namespace

std::string Quotable::key() const { return subject + "." + std::to_string(question) + "." + person.text(); }

std::string path_of(ReportId const& report) { return "/programma/verslag/" + report.text(); }

Period period_of(ReportKind kind, int school_year) {
  auto const from = day(school_year, 8, 1);
  return {from, kind == ReportKind::interim ? day(school_year + 1, 3, 31) : day(school_year + 1, 7, 31)};
}

base::Date due_of(ReportKind kind, int school_year) {
  return kind == ReportKind::interim ? day(school_year + 1, 3, 31) : day(school_year + 1, 9, 30);
}

std::optional<Report> find_report(db::Reading& reading, ReportId const& report) {
  return reading.one<Report>(sql::report_by_id, {{"report", report}});
}

std::vector<Report> reports_of(db::Reading& reading, Programme const& programme) {
  return reading.all<Report>(sql::reports_of_programme, {{"board", programme.board}, {"programme", programme.id}});
}

std::vector<ReportDraft> missing_reports(std::vector<Report> const& reports, std::vector<Participation> const& ways,
                                         base::Date today) {
  std::set<int> years;
  for (auto const& way : ways) {
    bool const began = way.status == Status::active || way.status == Status::paused || way.status == Status::completed;
    if (began) years.insert(way.school_year);
  }
  std::vector<ReportDraft> missing;
  for (int const year : years) {
    for (auto const kind : {ReportKind::interim, ReportKind::annual}) {
      ReportDraft const due{kind, year};
      if (due_of(kind, year) < today && is_missing(due, reports)) missing.push_back(due);
    }
  }
  return missing;
}

Result<ReportId, ReportRefusal> begin_report(db::Transaction& tx, base::Actor const& actor,
                                             ProgrammeId const& programme, ReportDraft const& draft,
                                             i18n::Words const& tr) {
  auto const found = find_programme(tx, programme);
  if (!found) return std::unexpected(ReportRefusal::not_found);
  if (draft.school_year < first_year || draft.school_year > last_year)
    return std::unexpected(ReportRefusal::year_out_of_range);
  for (auto const& one : reports_of(tx, *found)) {
    if (one.kind == draft.kind && one.school_year == draft.school_year)
      return std::unexpected(ReportRefusal::exists_already);
  }
  Report const report{found->board, ReportId::make(), programme, draft.kind, draft.school_year, actor.today, {}};
  tx.run(sql::insert_report,
         db::fields(draft,
                    {{"board", report.board}, {"id", report.id}, {"programme", programme}, {"begun_on", actor.today}}));
  for (auto const& section : composed(tx, *found, report, actor.today, tr)) write_section(tx, report, section);
  for (auto const& one : quotables(tx, *found, period_of(report.kind, report.school_year), actor.today))
    put_quote(tx, report, one, true);
  audit::record(tx, actor, {.act = "report.begun", .object = report.id.text()});
  return report.id;
}

std::vector<SectionText> sections_of(db::Reading& reading, Report const& report) {
  auto sections = reading.all<SectionText>(sql::sections_of_report, key_of(report));
  std::ranges::sort(sections, {}, &SectionText::kind);
  return sections;
}

Result<ReportId, ReportRefusal> edit_section(db::Transaction& tx, base::Actor const& actor, ReportId const& report,
                                             SectionText const& section, std::vector<std::string> const& quotes) {
  auto const found = find_report(tx, report);
  if (!found) return std::unexpected(ReportRefusal::not_found);
  if (found->adopted_on) return std::unexpected(ReportRefusal::adopted_already);
  if (base::length(section.text) > longest_text) return std::unexpected(ReportRefusal::too_long);
  write_section(tx, *found, section);
  auto const programme = find_programme(tx, found->programme).value();
  for (auto const& one : quotables(tx, programme, period_of(found->kind, found->school_year), actor.today)) {
    if (section_of(one.theme) == section.kind)
      put_quote(tx, *found, one, std::ranges::find(quotes, one.key()) != quotes.end());
  }
  audit::record(tx, actor,
                {.act = "report.edited", .object = report.text(), .detail = std::string(base::name_of(section.kind))});
  return report;
}

std::vector<Quote> quotes_of(db::Reading& reading, vault::Vault& keys, Report const& report, base::Date today) {
  auto const programme = find_programme(reading, report.programme).value();
  auto const released = quotables(reading, programme, period_of(report.kind, report.school_year), today);
  if (released.empty()) return {};
  auto const chosen = reading.all<std::string>(sql::quotes_of_report, key_of(report));
  auto const words = keys.open_all(
      base::collected(released, [](Quotable const& one) { return vault::OfPerson{one.person.text(), one.sealed}; }));
  std::vector<Quote> quotes;
  for (std::size_t i = 0; i < released.size(); ++i) {
    if (words[i])
      quotes.push_back({released[i], *words[i], std::ranges::find(chosen, released[i].key()) != chosen.end()});
  }
  // By what they say: in the order of the rows those of one person would stand together.
  std::ranges::sort(quotes, {}, &Quote::words);
  return quotes;
}

Section section_of(Theme theme) {
  switch (theme) {
    case Theme::works:
    case Theme::helps:
    case Theme::yields: return Section::positive;
    case Theme::works_not:
    case Theme::stuck:
    case Theme::hinders: return Section::hindrances;
    case Theme::expectations: return Section::expectations;
    case Theme::possibilities: return Section::possibilities;
  }
  return Section::positive;
}

std::vector<Account> accounts_of(db::Reading& reading, Report const& report) {
  return reading.all<Account>(sql::accounts_of_report, key_of(report));
}

Result<ReportId, ReportRefusal> write_account(db::Transaction& tx, base::Actor const& actor, ReportId const& report,
                                              ParticipationId const& participation, AccountDraft const& draft) {
  auto const found = find_report(tx, report);
  auto const way = find_participation(tx, participation);
  if (!found || !way || way->programme != found->programme) return std::unexpected(ReportRefusal::not_found);
  if (found->adopted_on) return std::unexpected(ReportRefusal::adopted_already);
  if (draft.released && draft.words.empty()) return std::unexpected(ReportRefusal::words_missing);
  if (base::length(draft.words) > longest_text) return std::unexpected(ReportRefusal::too_long);
  auto values = key_of(*found);
  values.emplace_back("participation", participation);
  values.emplace_back("words", draft.words);
  values.emplace_back("released_on", draft.released ? std::optional(actor.today) : std::nullopt);
  tx.run(sql::upsert_account, values);
  audit::record(tx, actor,
                {.act = draft.released ? "account.released" : "account.written", .object = participation.text()});
  return report;
}

document::Manuscript manuscript_of(db::Reading& reading, vault::Vault& keys, Report const& report, base::Date today,
                                   i18n::Words const& tr) {
  if (report.adopted_on) return manuscript_from(reading.one<std::string>(sql::adopted_text, key_of(report)).value());
  auto const programme = find_programme(reading, report.programme).value();
  return manuscript(reading,
                    {.programme = programme,
                     .report = report,
                     .sections = sections_of(reading, report),
                     .quotes = quotes_of(reading, keys, report, today),
                     .accounts = accounts_of(reading, report)},
                    today, tr);
}

namespace {

/// Before the report is written: what changes between the two is then withheld, not told without being known. Of two
/// reports at once, the second knows what the first told.
void keep_attendance_of(db::Transaction& tx, Report const& report, base::Date today) {
  tx.run(sql::hold_programme, {{"programme", report.programme}});
  auto const programme = find_programme(tx, report.programme).value();
  if (programme.audience == Audience::people) return;  // of them no attendance is told
  auto const ways = base::collected(ways_under_way(tx, programme, report.school_year), &Participation::id);
  keep_told_attendance(tx, programme, ways, period_of(report.kind, report.school_year), today);
}

}  // namespace

document::Manuscript told_manuscript_of(db::Transaction& tx, vault::Vault& keys, Report const& report, base::Date today,
                                        i18n::Words const& tr) {
  if (!report.adopted_on) keep_attendance_of(tx, report, today);
  return manuscript_of(tx, keys, report, today, tr);
}

Result<std::string, ReportRefusal> adopt_report(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                                ReportId const& report, AdoptionDraft const& draft,
                                                i18n::Words const& tr) {
  auto found = find_report(tx, report);
  if (!found) return std::unexpected(ReportRefusal::not_found);
  if (found->adopted_on) return std::unexpected(ReportRefusal::adopted_already);
  if (draft.adopted_on > actor.today) return std::unexpected(ReportRefusal::in_future);
  if (draft.adopted_on < found->begun_on) return std::unexpected(ReportRefusal::before_begun);
  auto adopted = told_manuscript_of(tx, keys, *found, actor.today, tr);
  adopted.author = tr("Vastgesteld op {}", tr.day(draft.adopted_on));
  tx.run(sql::adopt_report,
         db::fields(draft, {{"board", found->board}, {"report", report}, {"adopted", as_text(adopted)}}));
  audit::record(tx, actor, {.act = "report.adopted", .object = report.text()});
  return undo::offer(tx, actor, "programme.adopt_report", report.text());
}

bool undo_adopt_report(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const found = find_report(tx, ReportId(payload));
  if (!found || tx.run(sql::unadopt_report, key_of(*found)) == 0) return false;
  audit::record(tx, actor, {.act = "report.adoption_undone", .object = payload});
  return true;
}

std::string words_for(ReportKind kind, i18n::Words const& tr) {
  switch (kind) {
    case ReportKind::interim: return tr("Tussenverslag");
    case ReportKind::annual: return tr("Jaarverslag");
  }
  return {};
}

std::string words_for(Section section, i18n::Words const& tr) {
  switch (section) {
    case Section::positive: return tr("Positieve ervaringen");
    case Section::possibilities: return tr("Mogelijkheden voor de naaste toekomst");
    case Section::hindrances: return tr("Hindernissen");
    case Section::expectations: return tr("Voldeed alles aan de verwachtingen?");
    case Section::own_words: return tr("Elke school in eigen woorden");
    case Section::progress: return tr("Voortgang en aanwezigheid");
    case Section::recommendations: return tr("Aanbevelingen");
  }
  return {};
}

std::string title_of(ReportDraft const& report, i18n::Words const& tr) {
  return words_for(report.kind, tr) + " " + school_year_text(report.school_year);
}

}  // namespace lenig::programme
