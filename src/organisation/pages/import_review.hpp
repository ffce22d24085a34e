#pragma once

// What the pages of an import share: where a file is brought, and the page that says what taking it would do.

#include <functional>
#include <string>
#include <vector>

#include "organisation/import_file.hpp"
#include "platform/access/visit.hpp"

namespace lenig::organisation::pages {

/// Where a file is brought.
struct BringView {
  static constexpr std::string_view view = "organisation/import";
  std::string heading;
  std::string lead;
  std::string hint;
  std::string action;
  std::string problem;
  std::string other;  // the other kind of file
  std::string other_path;
  std::string back;
};
BOOST_DESCRIBE_STRUCT(BringView, (), (heading, lead, hint, action, problem, other, other_path, back))

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
  std::string of_whom;  // the heading above the names
  bool has_faults = false;
  std::string faults_heading;
  std::vector<FaultLine> faults;
  std::string more_faults;
  bool has_steps = false;
  std::vector<StepLine> steps;
  std::string more_steps;
  std::string take_label;
  std::string shown;   // what the page says will happen: taken only while it still is so
  long long rows = 0;  // of a list of people: a long one is taken by a job
};
BOOST_DESCRIBE_STRUCT(ReviewView, (),
                      (name, lead, path, columns_path, drop_path, of_whom, has_faults, faults_heading, faults,
                       more_faults, has_steps, steps, more_steps, take_label, shown, rows))

inline constexpr std::size_t most_shown = 100;

/// Keeps the file that a form brought; else what is wrong, and what to do about it.
Result<ImportFileId, std::string> keep_brought_file(access::Visit& visit, ImportKind kind);

/// The pages of a file of people: what it would do, and how far it is.
std::string path_of_import(ImportFileId const& file);
std::string path_of_progress(ImportFileId const& file);

/// The page of the board itself, which says what was done.
std::string path_of_board(access::Visit const& visit);
std::vector<html::Link> import_crumbs(access::Visit const& visit);

/// The columns of a file to choose from, each with the first value in it: "Roepnaam (bijvoorbeeld Anna)".
std::vector<html::Option> column_options(ImportFile const& file, i18n::Words const& tr);

/// Faults as a page shows them: the first ones, and how many there are in all and on how many lines.
struct Faults {
  std::vector<ImportFault> first;
  long long in_all = 0;
  long long lines = 0;
};

/// `label` says what a member is called on the screen.
void show_faults(ReviewView& view, Faults const& faults,
                 std::function<std::string(std::string_view member)> const& label, i18n::Words const& tr);

/// "Er is nog niets veranderd. Dit gebeurt er als u invoert: …"
std::string lead_of(std::vector<std::string> const& counted, bool has_faults, i18n::Words const& tr);

}  // namespace lenig::organisation::pages
