#pragma once

#include <optional>
#include <string>
#include <vector>

#include "organisation/person.hpp"
#include "platform/access/account.hpp"
#include "platform/html/view.hpp"

namespace lenig::organisation::pages {

/// What somebody does somewhere.
struct WorkLine {
  std::string unit;
  std::string unit_path;
  std::string work;  // the function, and the period for who may see it
  std::string size;  // empty for who may not see it
  std::string alter_path;
  std::string end_path;
};
BOOST_DESCRIBE_STRUCT(WorkLine, (), (unit, unit_path, work, size, alter_path, end_path))

/// The page of a person: name, function and place; their file for themselves, who leads them and the office.
struct PersonView {
  static constexpr std::string_view view = "organisation/person";
  std::string name;
  std::string lead;
  std::string problem;
  std::string change_path;
  std::string appoint_path;
  bool has_work = false;
  std::vector<WorkLine> work_now;
  std::string no_work_yet;
  bool has_earlier = false;
  std::string earlier_heading;
  std::vector<WorkLine> earlier;
  bool has_file = false;
  std::string email;
  std::string total;
  std::string account;
  std::string invite_path;
  std::string invite_label;
};
BOOST_DESCRIBE_STRUCT(PersonView, (),
                      (name, lead, problem, change_path, appoint_path, has_work, work_now, no_work_yet, has_earlier,
                       earlier_heading, earlier, has_file, email, total, account, invite_path, invite_label))

/// What the page of a person is made of.
struct PersonFacts {
  Person person;
  std::vector<Appointment> appointments;  // the newest first
  std::optional<access::Account> account;
};

std::optional<PersonFacts> facts_of(db::Reading& reading, access::Viewer const& viewer, PersonId const& person);

PersonView view_of(PersonFacts const& facts, access::Viewer const& viewer, i18n::Words const& tr);

}  // namespace lenig::organisation::pages
