#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/settings.hpp"

namespace lenig::app {

/// Exit codes of the command line: done, refused or not valid, bad input, the surroundings failed.
enum Exit { done = 0, refused = 1, bad_input = 2, surroundings = 3 };

int migrate_database(Settings const& settings);
int doctor(ReadSettings const& read);
int print_access();

/// Writes a backup, or puts one into an empty directory or database; both check every row's hash.
int back_up_to(Settings const& settings, std::string const& file);
int restore_from(Settings const& settings, std::string const& file);

struct ImportOfFile {
  std::string file;
  std::string board;  // id, name, or number in the register of schools
  bool dry_run = false;
  bool good_rows = false;  // take these when others are at fault
};
struct ImportSchools : ImportOfFile {
  std::vector<std::string> numbers;  // of the board in the register; empty: those of before, or the only one
  bool end_missing = false;
};
int import_people_file(Settings const& settings, ImportOfFile const& what);
int import_schools_file(Settings const& settings, ImportSchools const& what);

struct FoundBoard {
  std::string name;
  std::string email;
  std::string given_name;
  std::string prefix;
  std::string family_name;
};
/// Makes a board with its first HR adviser, and prints the link by which they choose a password.
int found_board_for(Settings const& settings, FoundBoard const& what);

struct NewToken {
  std::string email;
  std::string scope;  // names of lists, apart by commas; empty: all
  std::string board;  // id or name; empty: the first where they work
};
/// Makes a token for somebody with an account, and prints it alone.
int create_token(Settings const& settings, NewToken const& what);

/// Takes a mail from standard input, as the mail server hands it over: a delivery report or an answer from a calendar.
int receive_mail(Settings const& settings);

struct AssignPeople {
  std::string instance;
  std::string result;
  std::string certificate;  // empty: none
  std::string reasons;      // empty: none
  std::string method = "optimal";
  std::optional<double> seconds;
  bool verify = false;
};
/// Makes the fairest assignment of an instance, or verifies one that is there.
int assign_people(AssignPeople const& what);

/// The whole command line.
int run(int count, char** arguments);

}  // namespace lenig::app
