#pragma once

#include "platform/document/document.hpp"
#include "platform/vault/vault.hpp"
#include "programme/evaluation_template.hpp"
#include "programme/participation.hpp"

namespace lenig::programme {

using ReportId = base::Id<struct ReportTag>;

/// In March on what goes on, in September on the year that was.
enum class ReportKind { interim, annual };
BOOST_DESCRIBE_ENUM(ReportKind, interim, annual)

/// The parts of a report, in their order (the structure of the reports of Oost-Groningen).
enum class Section { positive, possibilities, hindrances, expectations, own_words, progress, recommendations };
BOOST_DESCRIBE_ENUM(Section, positive, possibilities, hindrances, expectations, own_words, progress, recommendations)

struct Report {
  BoardId board;
  ReportId id;
  ProgrammeId programme;
  ReportKind kind = ReportKind::interim;
  int school_year = 0;
  base::Date begun_on;
  std::optional<base::Date> adopted_on;
};
BOOST_DESCRIBE_STRUCT(Report, (), (board, id, programme, kind, school_year, begun_on, adopted_on))

struct ReportDraft {
  ReportKind kind = ReportKind::interim;
  int school_year = 0;
};
BOOST_DESCRIBE_STRUCT(ReportDraft, (), (kind, school_year))

/// The days that a report is about: from the start of the school year until March, or until it ends.
struct Period {
  base::Date from;
  base::Date until;  // the last day
};
Period period_of(ReportKind kind, int school_year);
/// The day by which it should be adopted: the last of March, the last of September.
base::Date due_of(ReportKind kind, int school_year);

/// The text of a part as people edited it: paragraphs divided by an empty line; lines that begin with "- " are a list.
struct SectionText {
  Section kind = Section::positive;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(SectionText, (), (kind, text))

/// A released answer, with what it is about.
struct Quotable {
  std::string subject;
  int question = 0;
  PersonId person;
  Theme theme = Theme::works;
  std::string sealed;

  /// Names the answer in a form.
  std::string key() const;
};
BOOST_DESCRIBE_STRUCT(Quotable, (), (subject, question, person, theme, sealed))

/// A quotable answer with its words opened.
struct Quote {
  Quotable of;
  std::string words;
  bool chosen = false;
};

/// A school's own words.
struct Account {
  ParticipationId participation;
  std::string words;
  std::optional<base::Date> released_on;
};
BOOST_DESCRIBE_STRUCT(Account, (), (participation, words, released_on))

struct AccountDraft {
  std::string words;
  bool released = false;
};
BOOST_DESCRIBE_STRUCT(AccountDraft, (), (words, released))

struct AdoptionDraft {
  base::Date adopted_on;
};
BOOST_DESCRIBE_STRUCT(AdoptionDraft, (), (adopted_on))

enum class ReportRefusal {
  not_found,
  year_out_of_range,
  exists_already,
  adopted_already,
  in_future,
  before_begun,
  too_long,
  words_missing
};

std::string path_of(ReportId const& report);

std::optional<Report> find_report(db::Reading& reading, ReportId const& report);
/// The newest first.
std::vector<Report> reports_of(db::Reading& reading, Programme const& programme);

/// Which reports should have been adopted by today and are not: of the school years in which somebody went on.
std::vector<ReportDraft> missing_reports(std::vector<Report> const& reports, std::vector<Participation> const& ways,
                                         base::Date today);

/// Begins a report: its parts composed from what the system knows of the period, every released answer quoted.
Result<ReportId, ReportRefusal> begin_report(db::Transaction& tx, base::Actor const& actor,
                                             ProgrammeId const& programme, ReportDraft const& draft,
                                             i18n::Words const& tr);
std::vector<SectionText> sections_of(db::Reading& reading, Report const& report);
/// Saves a part with the quotes that stand in it; of answers that were not released nothing is taken.
Result<ReportId, ReportRefusal> edit_section(db::Transaction& tx, base::Actor const& actor, ReportId const& report,
                                             SectionText const& section, std::vector<std::string> const& quotes);

/// The released answers of the period under this part, with their words; those chosen are quoted. An answer counts when
/// its evaluation has closed and at least five answered that question.
std::vector<Quote> quotes_of(db::Reading& reading, vault::Vault& keys, Report const& report, base::Date today);
Section section_of(Theme theme);

std::vector<Account> accounts_of(db::Reading& reading, Report const& report);
/// A school writes its own words, and releases them for the report or takes them back, until it is adopted.
Result<ReportId, ReportRefusal> write_account(db::Transaction& tx, base::Actor const& actor, ReportId const& report,
                                              ParticipationId const& participation, AccountDraft const& draft);

/// What the report says: as it was adopted, or as it would be now.
document::Manuscript manuscript_of(db::Reading& reading, vault::Vault& keys, Report const& report, base::Date today,
                                   i18n::Words const& tr);

/// The same for who was not there when it was made, on paper or adopted: what it tells of people is out from then on.
document::Manuscript told_manuscript_of(db::Transaction& tx, vault::Vault& keys, Report const& report, base::Date today,
                                        i18n::Words const& tr);

/// Adopts a report on a day: from then on it says what it says now. Gives the step that undoes it.
Result<std::string, ReportRefusal> adopt_report(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                                ReportId const& report, AdoptionDraft const& draft,
                                                i18n::Words const& tr);
bool undo_adopt_report(db::Transaction& tx, base::Actor const& actor, std::string const& payload);

std::string words_for(ReportKind kind, i18n::Words const& tr);
std::string words_for(Section section, i18n::Words const& tr);
/// "Tussenverslag 2003-2004"
std::string title_of(ReportDraft const& report, i18n::Words const& tr);

}  // namespace lenig::programme
