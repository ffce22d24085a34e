#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>

#include "app/commands.hpp"
#include "app/demo.hpp"
#include "app/keys.hpp"
#include "app/measure_command.hpp"
#include "app/serve.hpp"

namespace lenig::app {

namespace {

struct Asked {
  Given given;
  std::string demo_case = "oost-groningen";
  ImportOfFile people;
  ImportSchools schools;
  FoundBoard board;
  NewToken token;
  AssignPeople assign;
  std::string file;
  MeasureResponses measure;
};

/// Whether a command may begin in a folder that is not there yet.
enum class Folder { may_be_new, is_there };

Settings settings_of(Given const& given, Folder folder) {
  if (folder == Folder::may_be_new) std::filesystem::create_directories(given.directory);
  if (!std::filesystem::is_directory(given.directory)) {
    std::cerr << "--dir: er is geen map '" << given.directory << "' / there is no such folder; check the name\n";
    throw CLI::RuntimeError(surroundings);
  }
  auto read = read_settings(given);
  for (auto const& fault : read.faults) std::cerr << fault.setting << ": " << fault.message << '\n';
  if (!read.faults.empty()) throw CLI::RuntimeError(bad_input);
  return read.settings;
}

void add_directory(CLI::App& command, Asked& asked) {
  command.add_option("--dir", asked.given.directory, "where the database and lenig.toml are")->required();
}

void add_today(CLI::App& command, Asked& asked) {
  command.add_option("--today", asked.given.today, "the day of the domain, YYYY-MM-DD");
}

/// Says what to run when a command was chosen; the choice is made by parsing.
using Chosen = std::function<int()>;

void describe_serving(CLI::App& program, Asked& asked, Chosen& chosen) {
  auto& serving = *program.add_subcommand("serve", "serve the program");
  add_directory(serving, asked);
  add_today(serving, asked);
  serving.add_option("--port", asked.given.port, "0: any free one");
  serving.callback([&] { chosen = [&] { return serve(settings_of(asked.given, Folder::may_be_new)); }; });

  auto& demo = *program.add_subcommand("demo", "serve a case with invented people");
  demo.add_option("--case", asked.demo_case,
                  "oost-groningen; sector: 7,000 schools and 350,000 people; board: one of those boards");
  demo.add_option("--dir", asked.given.directory, "where to keep it; else in a new temporary folder");
  add_today(demo, asked);
  demo.add_option("--port", asked.given.port, "0: any free one");
  demo.callback([&] { chosen = [&] { return serve_demo(asked.given, asked.demo_case); }; });

  auto& migrating = *program.add_subcommand("migrate", "bring the tables up to date");
  add_directory(migrating, asked);
  migrating.callback([&] { chosen = [&] { return migrate_database(settings_of(asked.given, Folder::may_be_new)); }; });

  auto& examining = *program.add_subcommand("doctor", "say what is wrong, and what to do");
  add_directory(examining, asked);
  examining.callback([&] { chosen = [&] { return doctor(read_settings(asked.given)); }; });

  auto& accessing = *program.add_subcommand("access", "print who may what");
  accessing.add_option("--dir", asked.given.directory, "not needed; the table is the program's own");
  accessing.callback([&] { chosen = [] { return print_access(); }; });
}

void describe_safekeeping(CLI::App& program, Asked& asked, Chosen& chosen) {
  auto& backing_up = *program.add_subcommand("backup", "write every row to a file, also while it is served");
  add_directory(backing_up, asked);
  backing_up.add_option("file", asked.file)->required();
  backing_up.callback(
      [&] { chosen = [&] { return back_up_to(settings_of(asked.given, Folder::is_there), asked.file); }; });

  auto& restoring = *program.add_subcommand("restore", "put a backup into an empty directory or database");
  add_directory(restoring, asked);
  restoring.add_option("file", asked.file)->required();
  restoring.callback(
      [&] { chosen = [&] { return restore_from(settings_of(asked.given, Folder::may_be_new), asked.file); }; });

  auto& keys = *program.add_subcommand("keys", "the keys of people and groups");
  keys.require_subcommand(1);
  auto& backing_up_keys = *keys.add_subcommand("backup", "write them to a file; keep it 30 days at most, apart");
  add_directory(backing_up_keys, asked);
  backing_up_keys.add_option("file", asked.file)->required();
  backing_up_keys.callback(
      [&] { chosen = [&] { return back_up_keys(settings_of(asked.given, Folder::is_there), asked.file); }; });
  auto& restoring_keys = *keys.add_subcommand("restore", "put them back, without those that were erased since");
  add_directory(restoring_keys, asked);
  restoring_keys.add_option("file", asked.file)->required();
  restoring_keys.callback(
      [&] { chosen = [&] { return restore_keys(settings_of(asked.given, Folder::is_there), asked.file); }; });
  auto& changing = *keys.add_subcommand("master", "wrap them by the master key in another file, made if need be");
  add_directory(changing, asked);
  changing.add_option("file", asked.file)->required();
  changing.callback(
      [&] { chosen = [&] { return change_master_key(settings_of(asked.given, Folder::is_there), asked.file); }; });
}

void add_file(CLI::App& command, Asked& asked, ImportOfFile& what) {
  add_directory(command, asked);
  add_today(command, asked);
  command.add_option("file", what.file)->required();
  command.add_option("--board", what.board, "id or name, or its number in the register of schools")->required();
  command.add_flag("--dry-run", what.dry_run, "say what would change, change nothing");
  command.add_flag("--good-rows", what.good_rows,
                   "take the good rows when others are at fault, and still end with 2; else nothing");
}

void describe_imports(CLI::App& program, Asked& asked, Chosen& chosen) {
  auto& importing = *program.add_subcommand("import", "take people or schools from a file");
  importing.require_subcommand(1);
  auto& people =
      *importing.add_subcommand("people", "CSV: email;given_name;prefix;family_name;unit;function;fte;from;until");
  add_file(people, asked, asked.people);
  people.callback(
      [&] { chosen = [&] { return import_people_file(settings_of(asked.given, Folder::is_there), asked.people); }; });
  auto& schools = *importing.add_subcommand("schools", "CSV of DUO's open data: the board's rows of it");
  add_file(schools, asked, asked.schools);
  schools.add_option("--number", asked.schools.numbers,
                     "BEVOEGD GEZAG NUMMER, as often as there are; else those of the time before, or the only one");
  schools.add_flag("--end-missing", asked.schools.end_missing,
                   "end schools with a code that are not in the file, where nobody works any more");
  schools.callback(
      [&] { chosen = [&] { return import_schools_file(settings_of(asked.given, Folder::is_there), asked.schools); }; });
}

void describe_administration(CLI::App& program, Asked& asked, Chosen& chosen) {
  auto& founding = *program.add_subcommand("board", "make a board, with its first HR adviser");
  add_directory(founding, asked);
  add_today(founding, asked);
  founding.add_option("name", asked.board.name, "its name")->required();
  founding.add_option("--for", asked.board.email, "e-mail of its first HR adviser")->required();
  founding.add_option("--given", asked.board.given_name, "given name or initials")->required();
  founding.add_option("--prefix", asked.board.prefix, "van der");
  founding.add_option("--family", asked.board.family_name, "family name")->required();
  founding.callback(
      [&] { chosen = [&] { return found_board_for(settings_of(asked.given, Folder::may_be_new), asked.board); }; });

  auto& tokens = *program.add_subcommand("token", "keys by which programs read");
  tokens.require_subcommand(1);
  auto& creating = *tokens.add_subcommand("create", "make one, and print it alone");
  add_directory(creating, asked);
  add_today(creating, asked);
  creating.add_option("--for", asked.token.email, "e-mail by which they sign in: it reads what they may see")
      ->required();
  creating.add_option("--scope", asked.token.scope, "lists that it opens, as units,people; else all");
  creating.add_option("--board", asked.token.board, "id or name; else the first board where they work");
  creating.callback(
      [&] { chosen = [&] { return create_token(settings_of(asked.given, Folder::is_there), asked.token); }; });

  describe_imports(program, asked, chosen);
}

void describe_mail(CLI::App& program, Asked& asked, Chosen& chosen) {
  auto& mail = *program.add_subcommand("mail", "what comes back of letters");
  mail.require_subcommand(1);
  auto& receiving = *mail.add_subcommand("receive", "take one from standard input, for the mail server to call");
  add_directory(receiving, asked);
  receiving.callback([&] { chosen = [&] { return receive_mail(settings_of(asked.given, Folder::is_there)); }; });
}

void describe_measuring(CLI::App& program, Asked& asked, Chosen& chosen) {
  auto& measuring = *program.add_subcommand("measure", "figures of a file of responses that give nobody away");
  measuring.add_option("responses", asked.measure.responses, "CSV, a row for each respondent")->required();
  measuring.add_option("--instrument", asked.measure.instrument, "JSON: scales, their items and options")->required();
  measuring.add_option("--groups", asked.measure.groups, "columns from the outside in, as school,team")->required();
  measuring.add_option("--k", asked.measure.least, "the smallest group that a figure may be about; 5 or more");
  measuring
      .add_option("--missing", asked.measure.missing,
                  "who answered some items of a scale only: left out (listwise), or what they answered (available)")
      ->check(CLI::IsMember({"listwise", "available"}));
  measuring.add_flag("--lenient", asked.measure.lenient, "leave bad rows out, and say how many; else they stop it");
  measuring.add_flag("!--no-disclosure-control", asked.measure.control, "exact figures, for your own research files");
  measuring.add_option("-o", asked.measure.result, "where the result goes, JSON")->required();
  measuring.callback([&] { chosen = [&] { return measure_responses(asked.measure); }; });
}

void describe_assigning(CLI::App& program, Asked& asked, Chosen& chosen) {
  auto& assigning =
      *program.add_subcommand("assign", "who goes where on career days: the fairest there is, with its proof");
  auto& what = asked.assign;
  assigning.add_option("instance", what.instance, "JSON: sessions, people and their choices")->required();
  assigning.add_option("result", what.result, "with --verify: JSON, what was assigned");
  auto* const verify = assigning.add_flag("--verify", what.verify, "say what is wrong with a result");
  assigning.add_option("-o,--output", what.result, "where the result goes")->excludes(verify);
  assigning.add_option("--certificate", what.certificate, "where the proof goes, or is read from");
  assigning.add_option("--reasons", what.reasons, "where the reasons for each person go")->excludes(verify);
  assigning.add_option("--method", what.method, "optimal, or lottery: in an order that is drawn")
      ->check(CLI::IsMember({"optimal", "lottery"}))
      ->excludes(verify);
  assigning.add_option("--time-limit", what.seconds, "seconds; without it the same answer every time")
      ->check(CLI::NonNegativeNumber)
      ->excludes(verify);
  assigning.callback([&] { chosen = [&] { return assign_people(asked.assign); }; });
}

int parsed(CLI::App& program, int count, char** arguments) {
  try {
    program.parse(count, arguments);
    return done;
  } catch (CLI::CallForHelp const& help) {
    program.exit(help);
    return -1;
  } catch (CLI::ParseError const& error) {
    program.exit(error);
    return bad_input;
  }
}

}  // namespace

int run(int count, char** arguments) {
  spdlog::set_default_logger(spdlog::stderr_color_mt("lenig"));
  CLI::App program("Lenig: strategic HR that learns");
  program.require_subcommand(1);
  Asked asked;
  Chosen chosen;
  describe_serving(program, asked, chosen);
  describe_safekeeping(program, asked, chosen);
  describe_administration(program, asked, chosen);
  describe_mail(program, asked, chosen);
  describe_measuring(program, asked, chosen);
  describe_assigning(program, asked, chosen);
  if (int const code = parsed(program, count, arguments); code != done) return code < 0 ? done : code;
  try {
    return chosen();
  } catch (CLI::RuntimeError const& error) {
    return error.get_exit_code();
  } catch (db::Unavailable const& error) {
    std::cerr << error.what() << '\n';
    return surroundings;
  } catch (std::system_error const& error) {
    std::cerr << error.what() << '\n';
    return surroundings;
  } catch (std::exception const& error) {
    std::cerr << error.what() << '\n';
    return refused;
  }
}

}  // namespace lenig::app
