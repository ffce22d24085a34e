#include "organisation/pages/import_review.hpp"

#include <algorithm>

#include "platform/base/text.hpp"

namespace lenig::organisation::pages {

namespace {

constexpr std::size_t most_letters_of_sample = 30;

std::string option_of(ImportFile const& file, std::size_t column, i18n::Words const& tr) {
  auto const& heading = file.records.front().values[column];
  for (std::size_t i = 1; i < file.records.size(); ++i) {
    auto const& values = file.records[i].values;
    auto const sample = column < values.size() ? base::cleaned(values[column]).value_or("") : "";
    if (!sample.empty() && base::length(sample) <= most_letters_of_sample)
      return tr("{} (bijvoorbeeld {})", heading, sample);
  }
  return heading;
}

/// The file that a form brought; nothing when none was chosen.
http::Upload const* brought_file(access::Visit const& visit) {
  auto const file = std::ranges::find(visit.uploads, "file", &http::Upload::field);
  return file == visit.uploads.end() || file->name.empty() ? nullptr : &*file;
}

std::string words_for(ImportFileRefusal why, i18n::Words const& tr) {
  switch (why) {
    case ImportFileRefusal::empty:
      return tr("In dit bestand staan geen regels. Sla de lijst in Excel op als CSV en kies dat bestand.");
    case ImportFileRefusal::too_many_columns:
      return tr("Dit bestand heeft meer dan 200 kolommen. Laat alleen de kolommen staan die nodig zijn.");
  }
  return {};
}

}  // namespace

Result<ImportFileId, std::string> keep_brought_file(access::Visit& visit, ImportKind kind) {
  auto const* file = brought_file(visit);
  if (file == nullptr) return std::unexpected(visit.tr("Kies eerst een bestand."));
  auto const name = base::cleaned(file->name).value_or("");
  auto const kept =
      visit.write([&](db::Transaction& tx) { return keep_import_file(tx, visit.actor(), kind, name, file->content); });
  if (!kept) return std::unexpected(words_for(kept.error(), visit.tr));
  return *kept;
}

std::string path_of_import(ImportFileId const& file) { return "/organisatie/invoer/" + file.text(); }
std::string path_of_progress(ImportFileId const& file) { return path_of_import(file) + "/voortgang"; }

std::string path_of_board(access::Visit const& visit) { return path_of(UnitId(visit.viewer.board.text())); }

std::vector<html::Link> import_crumbs(access::Visit const& visit) {
  return {{visit.tr("Organisatie"), "/organisatie"}};
}

std::vector<html::Option> column_options(ImportFile const& file, i18n::Words const& tr) {
  std::vector<html::Option> options;
  for (std::size_t i = 0; i < file.headings().size(); ++i)
    options.push_back({std::to_string(i), option_of(file, i, tr)});
  return options;
}

void show_faults(ReviewView& view, Faults const& faults,
                 std::function<std::string(std::string_view member)> const& label, i18n::Words const& tr) {
  view.has_faults = faults.in_all > 0;
  view.faults_heading = tr.n("{} regel kan zo niet mee", "{} regels kunnen zo niet mee", faults.lines);
  for (auto const& fault : faults.first) {
    if (view.faults.size() == most_shown) break;
    auto given = fault;
    if (fault.why == ImportWhy::column_missing) given.given = label(fault.given);
    view.faults.push_back({tr("Regel {}", fault.line), fault.column, organisation::words_for(given, tr)});
  }
  if (faults.in_all > static_cast<long long>(view.faults.size()))
    view.more_faults = tr("Dit zijn de eerste {} van {} fouten.", view.faults.size(), faults.in_all);
}

std::string lead_of(std::vector<std::string> const& counted, bool has_faults, i18n::Words const& tr) {
  if (!counted.empty())
    return tr("Er is nog niets veranderd. Dit gebeurt er als u invoert: {}.", base::joined(counted, ", "));
  return has_faults ? tr("Er is nog niets veranderd.") : tr("Er verandert niets: alles staat er al zo in.");
}

}  // namespace lenig::organisation::pages
