#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "app/commands.hpp"
#include "engine/assign/assign.h"
#include "platform/i18n/words.hpp"

namespace lenig::app {

namespace {

/// A file that cannot be read or written: said, and of the surroundings.
struct Unusable {
  std::string file;
};

std::string read_file(std::string const& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  if (!in || std::filesystem::is_directory(file) || !(text << in.rdbuf())) throw Unusable{file};
  return std::move(text).str();
}

void write_file(std::string const& file, std::string const& text) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (!out) throw Unusable{file};
}

/// What was read, or its faults on the screen.
template <class T>
std::optional<T> told(assign::Read<T> read, std::string const& file) {
  if (read) return std::move(*read);
  for (auto const& fault : read.error()) std::cerr << file << ": " << fault.where << ": " << fault.what << '\n';
  return std::nullopt;
}

int verify(AssignPeople const& what) {
  auto const instance = told(assign::read_instance(read_file(what.instance)), what.instance);
  if (!instance) return bad_input;
  auto const result = told(assign::read_result(*instance, read_file(what.result)), what.result);
  if (!result) return bad_input;
  std::optional<assign::Certificate> certificate;
  if (!what.certificate.empty()) {
    certificate = told(assign::read_certificate(*instance, read_file(what.certificate)), what.certificate);
    if (!certificate) return bad_input;
  }
  auto const faults = assign::check(*instance, *result, certificate);
  for (auto const& fault : faults) std::cerr << fault.where << ": " << fault.what << '\n';
  if (!faults.empty()) return refused;
  std::cout << (certificate ? "klopt, en de grenzen zijn bewezen / valid, and its bounds are proven\n"
                            : "klopt; de grenzen zijn niet nagerekend: geef --certificate / valid; its bounds are not "
                              "verified: give --certificate\n");
  return done;
}

// --- reasons, in plain words

std::string reason(assign::Instance const& instance, assign::Missed const& one, i18n::Words const& tr) {
  using Why = assign::Missed::Why;
  auto const& offer = instance.offers[static_cast<std::size_t>(one.offer)];
  switch (one.why) {
    case Why::does_not_fit: return tr("{}: er was geen moment waarop u kon of mocht.", offer);
    case Why::not_run: return tr("{}: ging niet door, er waren te weinig mensen voor.", offer);
    case Why::clashes_with_better:
      return tr("{}: past niet bij wat u kreeg, en dat stond hoger of is samen meer waard.", offer);
    case Why::not_together: return tr("{}: er was geen plaats voor u samen.", offer);
    case Why::for_the_whole: return tr("{}: zo konden meer mensen iets van hun keuzes krijgen.", offer);
    case Why::full: break;
  }
  auto text =
      tr("{}: vol. Er zitten {} mensen die het hoger zetten, {} die het even hoog zetten en {} die het lager zetten.",
         offer, one.better_right, one.same_right, one.others);
  if (one.others > 0)
    text += " " + tr("Die laatsten, omdat zo meer mensen iets krijgen of de keuzes samen meer waard zijn.");
  if (one.place_on_list > 0) text += " " + tr("U staat op plaats {} van de wachtlijst.", one.place_on_list);
  return text;
}

boost::json::array reasons_of(assign::Instance const& instance, assign::Result const& result) {
  i18n::Words const tr(i18n::Language::nl);
  auto const explained = assign::explain(instance, result);
  std::vector<std::vector<assign::Assignment>> held(instance.people.size());
  for (auto const& one : result.assignments) held[static_cast<std::size_t>(one.person)].push_back(one);
  boost::json::array all;
  for (std::size_t person = 0; person < explained.size(); ++person) {
    boost::json::array lines;
    for (auto const& one : held[person]) {
      auto const& session = instance.sessions[static_cast<std::size_t>(one.session)];
      auto const& offer = instance.offers[static_cast<std::size_t>(session.offer)];
      lines.emplace_back(tr("{}: gekregen, uw keuze {} ({}).", offer, one.rank, session.id));
    }
    for (auto const& one : explained[person].missed) lines.emplace_back(reason(instance, one, tr));
    for (int const index : explained[person].would_have_had) {
      auto const& session = instance.sessions[static_cast<std::size_t>(index)];
      lines.emplace_back(tr("{}: niet gekozen; daar was nog plaats ({}).",
                            instance.offers[static_cast<std::size_t>(session.offer)], session.id));
    }
    all.push_back(boost::json::object{{"person", instance.people[person].id}, {"reasons", std::move(lines)}});
  }
  return all;
}

int make(AssignPeople const& what) {
  auto const instance = told(assign::read_instance(read_file(what.instance)), what.instance);
  if (!instance) return bad_input;
  auto const solved =
      what.method == "lottery" ? assign::draw_lots(*instance) : assign::solve(*instance, {.seconds = what.seconds});
  auto const& result = solved.result;
  write_file(what.result, assign::write(*instance, result));
  if (!what.certificate.empty()) write_file(what.certificate, assign::write(*instance, solved.certificate));
  if (!what.reasons.empty()) write_file(what.reasons, boost::json::serialize(reasons_of(*instance, result)) + "\n");
  auto const in_units = [](assign::Amount amount) { return static_cast<double>(amount) / assign::one; };
  std::cout << "people " << result.people_placed << " of at most " << result.people_bound << ", value "
            << in_units(result.value) << " of at most " << in_units(result.bound) << ", gap " << result.gap << '\n';
  return done;
}

}  // namespace

int assign_people(AssignPeople const& what) {
  if (what.result.empty()) {
    std::cerr << (what.verify
                      ? "geef ook de uitkomst: lenig assign --verify INSTANCE RESULT / give the result as well\n"
                      : "-o: waar moet de uitkomst heen? / where does the result go?\n");
    return bad_input;
  }
  try {
    return what.verify ? verify(what) : make(what);
  } catch (Unusable const& file) {
    std::cerr << file.file << ": kan niet gelezen of geschreven worden; kijk de naam na / cannot be read or written; "
              << "check its name\n";
    return surroundings;
  }
}

}  // namespace lenig::app
