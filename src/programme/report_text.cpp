#include "programme/report_text.hpp"

#include <boost/json.hpp>

#include <algorithm>

#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"
#include "programme/evaluation.hpp"
#include "programme/lesson.hpp"
#include "programme/report_figures.hpp"
#include "programme/told_attendance.hpp"

namespace lenig::programme {

namespace {

using document::Block;

std::string as_list(std::vector<std::string> const& items) {
  std::vector<std::string> lines;
  for (auto const& item : items) lines.push_back("- " + item);
  return base::joined(lines, "\n");
}

int done_in(Row const& row) {
  return static_cast<int>(
      std::ranges::count_if(row.cells, [](Cell const& cell) { return cell.state == CellState::done; }));
}

int standing_at(Figures const& figures, Status status) {
  return static_cast<int>(
      std::ranges::count_if(figures.rows, [&](Row const& row) { return row.way.status == status; }));
}

std::vector<std::string> marks_text(Figures const& figures, std::initializer_list<Theme> themes,
                                    i18n::Words const& tr) {
  std::vector<std::string> lines;
  for (auto const theme : themes) {
    for (auto const& mark : marks_under(figures, theme)) {
      lines.push_back(
          tr("“{}”: gemiddeld {} van 5, uit {} antwoorden.", mark.question, shown_mean(mark.mean, tr), mark.answers));
    }
  }
  return lines;
}

std::string positive_text(Figures const& figures, i18n::Words const& tr) {
  auto lines = marks_text(figures, {Theme::works, Theme::helps, Theme::yields}, tr);
  lines.push_back(
      tr.n("Er was één bijeenkomst bij een stap.", "Er waren {} bijeenkomsten bij een stap.", figures.meetings_held));
  int const active = standing_at(figures, Status::active) + standing_at(figures, Status::completed);
  if (active > 0) lines.push_back(tr("{} van {} scholen en teams zijn bezig of klaar.", active, figures.rows.size()));
  return as_list(lines);
}

std::string possibilities_text(Figures const& figures, std::vector<Lesson> const& lessons, i18n::Words const& tr) {
  auto lines = marks_text(figures, {Theme::possibilities}, tr);
  for (auto const& lesson : lessons) {
    if (lesson.kind == LessonKind::keep) lines.push_back(tr("Houden: {}", lesson.lesson));
  }
  if (figures.follow_ups > 0)
    lines.push_back(
        tr.n("Er staat één vervolg in de agenda.", "Er staan {} vervolgen in de agenda.", figures.follow_ups));
  return as_list(lines);
}

/// Counts without names: the reason of a pause stays with the school.
std::string hindrances_text(Figures const& figures, i18n::Words const& tr) {
  auto lines = marks_text(figures, {Theme::works_not, Theme::stuck, Theme::hinders}, tr);
  if (int const paused = standing_at(figures, Status::paused); paused > 0)
    lines.push_back(tr("{} van {} scholen en teams liggen stil.", paused, figures.rows.size()));
  if (int const stopped = standing_at(figures, Status::withdrawn); stopped > 0)
    lines.push_back(tr("{} van {} scholen en teams zijn gestopt.", stopped, figures.rows.size()));
  auto const late = std::ranges::count_if(figures.rows, [](Row const& row) { return row.next && row.next->late; });
  if (late > 0) lines.push_back(tr("Bij {} scholen of teams is de volgende stap later dan gepland.", late));
  if (figures.talks_dropped > 0)
    lines.push_back(tr("Het directeurenoverleg hierover is {} keer gehouden en {} keer afgezegd.", figures.talks_held,
                       figures.talks_dropped));
  return as_list(lines);
}

std::string recommendations_text(std::vector<Lesson> const& lessons, i18n::Words const& tr) {
  std::vector<std::string> lines;
  for (auto const& lesson : lessons) {
    if (lesson.kind == LessonKind::change) lines.push_back(tr("Anders doen: {}", lesson.lesson));
    if (lesson.kind == LessonKind::stop) lines.push_back(tr("Ophouden: {}", lesson.lesson));
  }
  return as_list(lines);
}

/// What the cohorts of that school year hand on.
std::vector<Lesson> lessons_in(db::Reading& reading, Programme const& programme, int school_year) {
  std::vector<CohortId> cohorts;
  for (auto const& cohort : cohorts_of(reading, programme)) {
    if (cohort.school_year == school_year) cohorts.push_back(cohort.id);
  }
  auto lessons = lessons_of(reading, programme);
  std::erase_if(lessons, [&](auto const& one) { return std::ranges::find(cohorts, one.cohort) == cohorts.end(); });
  return lessons;
}

void append(std::vector<Block>& blocks, std::vector<Block> more) {
  blocks.insert(blocks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::vector<Block> own_words(Written const& written, Figures const& figures, i18n::Words const& tr) {
  std::vector<Block> blocks;
  for (auto const& row : figures.rows) {
    auto const account = std::ranges::find(written.accounts, row.way.id, &Account::participation);
    if (account == written.accounts.end() || !account->released_on) continue;
    blocks.push_back(document::heading(2, row.unit_name));
    append(blocks, blocks_of(account->words));
  }
  if (blocks.empty()) blocks.push_back(document::paragraph(tr("Nog geen school gaf eigen woorden vrij.")));
  return blocks;
}

using Attendance = std::map<ParticipationId, measure::ToldShare>;

document::Row progress_row(Row const& row, Attendance const& attendance, i18n::Words const& tr) {
  auto const share = attendance.find(row.way.id);
  return {{row.unit_name, row.way.cohort_name, words_for(row.way.status, tr),
           tr("{} van {}", done_in(row), row.cells.size()),
           share == attendance.end() ? "–" : words_for(share->second, tr)}};
}

document::Row standing_row(CohortStanding const& one, i18n::Words const& tr) {
  if (!one.told) return {{one.cohort, "–", tr("kleine aantallen blijven weg")}};
  auto const members = one.told->members;
  return {{one.cohort, members.has_value() ? std::to_string(*members) : "–", words_for(*one.told, tr)}};
}

/// Of people no line each: a report tells no one's progress.
std::vector<Block> progress_of_people(Figures const& figures, i18n::Words const& tr) {
  if (figures.standings.empty()) return {};
  auto const rows =
      base::collected(figures.standings, [&](CohortStanding const& one) { return standing_row(one, tr); });
  return {
      document::table(tr("Stand per groep"), {tr("Groep"), tr("Deelnemers"), tr("Stand")}, rows),
      document::paragraph(tr("Een aantal blijft weg waar het over minder dan vijf mensen gaat of hen zou laten "
                             "zien, en blijft staan zoals het geteld is tot genoeg mensen van plaats veranderden."))};
}

std::vector<Block> progress(Written const& written, Figures const& figures, Attendance const& attendance,
                            i18n::Words const& tr) {
  if (written.programme.audience == Audience::people) return progress_of_people(figures, tr);
  std::vector<document::Row> rows;
  for (auto const& row : figures.rows) rows.push_back(progress_row(row, attendance, tr));
  return {document::table(tr("Stand en aanwezigheid per school"),
                          {tr("School"), tr("Groep"), tr("Stand"), tr("Stappen gedaan"), tr("Aanwezig")}, rows),
          document::paragraph(tr("Aanwezigheid is op 5 % afgerond, en blijft weg waar het over minder dan vijf mensen "
                                 "gaat, of hen naast een eerder verslag zou laten zien."))};
}

/// A part as it is read: its text, its quotes, and what is counted for it.
std::vector<Block> blocks_of_section(SectionText const& section, Written const& written, Figures const& figures,
                                     Attendance const& attendance, i18n::Words const& tr) {
  auto blocks = blocks_of(section.text);
  for (auto const& quote : written.quotes) {
    if (quote.chosen && section_of(quote.of.theme) == section.kind)
      blocks.push_back(document::quote(quote.words, tr("een deelnemer")));
  }
  if (section.kind == Section::own_words) append(blocks, own_words(written, figures, tr));
  if (section.kind == Section::progress) append(blocks, progress(written, figures, attendance, tr));
  return blocks;
}

}  // namespace

std::vector<SectionText> composed(db::Reading& reading, Programme const& programme, Report const& report,
                                  base::Date today, i18n::Words const& tr) {
  auto const figures =
      figures_of(reading, programme, report.school_year, period_of(report.kind, report.school_year), today);
  auto const lessons = lessons_in(reading, programme, report.school_year);
  return {{Section::positive, positive_text(figures, tr)},
          {Section::possibilities, possibilities_text(figures, lessons, tr)},
          {Section::hindrances, hindrances_text(figures, tr)},
          {Section::expectations, as_list(marks_text(figures, {Theme::expectations}, tr))},
          {Section::own_words, ""},
          {Section::progress, ""},
          {Section::recommendations, recommendations_text(lessons, tr)}};
}

document::Manuscript manuscript(db::Reading& reading, Written const& written, base::Date today, i18n::Words const& tr) {
  auto const& report = written.report;
  auto const period = period_of(report.kind, report.school_year);
  auto const figures = figures_of(reading, written.programme, report.school_year, period, today);
  auto const ways = base::collected(figures.rows, [](Row const& row) { return row.way.id; });
  auto const attendance = told_attendance(reading, written.programme, ways, period);
  document::Manuscript made{.title = title_of({report.kind, report.school_year}, tr),
                            .subtitle = written.programme.name,
                            .author = tr("Concept, stand van {}", tr.day(today)),
                            .language = tr.language(),
                            .contents = document::Contents::listed};
  for (auto const& section : written.sections) {
    auto blocks = blocks_of_section(section, written, figures, attendance, tr);
    if (blocks.empty()) continue;
    made.blocks.push_back(document::heading(1, words_for(section.kind, tr)));
    append(made.blocks, std::move(blocks));
  }
  return made;
}

std::vector<Block> blocks_of(std::string const& text) {
  std::vector<Block> blocks;
  std::vector<std::string> paragraph;
  std::vector<std::string> items;
  auto const close = [&] {
    if (!paragraph.empty()) blocks.push_back(document::paragraph(base::joined(paragraph, "\n")));
    if (!items.empty()) blocks.push_back(document::list(items));
    paragraph.clear();
    items.clear();
  };
  for (auto const& line : base::split(text, '\n')) {
    std::string const trimmed(base::trimmed(line));
    bool const is_item = trimmed.starts_with("- ");
    if (trimmed.empty() || (is_item ? !paragraph.empty() : !items.empty())) close();
    if (is_item) {
      items.push_back(trimmed.substr(2));
    } else if (!trimmed.empty()) {
      paragraph.push_back(trimmed);
    }
  }
  close();
  return blocks;
}

std::string as_text(document::Manuscript const& manuscript) {
  return boost::json::serialize(boost::json::value_from(manuscript));
}

document::Manuscript manuscript_from(std::string const& text) {
  return boost::json::value_to<document::Manuscript>(boost::json::parse(text));
}

}  // namespace lenig::programme
