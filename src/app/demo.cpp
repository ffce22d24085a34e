#include "app/demo.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "app/commands.hpp"
#include "app/keys.hpp"
#include "app/modules.hpp"
#include "app/serve.hpp"
#include "platform/base/text.hpp"
#include "platform/db/migrations.hpp"

namespace lenig::app {

namespace {

std::filesystem::path new_temporary_folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "lenig-demo-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw db::Unavailable("cannot make a temporary folder");
  return pattern;
}

std::string as_json(DemoCase const& loaded) {
  boost::json::array list;
  for (std::size_t i = 0; i < loaded.logins.size(); ++i) {
    auto const& login = loaded.logins[i];
    list.push_back(boost::json::object{{"persona", loaded.personas[i]},
                                       {"name", login.name},
                                       {"who", login.who},
                                       {"email", login.email},
                                       {"password", login.password}});
  }
  return boost::json::serialize(boost::json::object{{"today", loaded.today.text()}, {"logins", list}});
}

DemoCase from_json(std::string const& text) {
  auto const all = boost::json::parse(text).as_object();
  auto const text_of = [](boost::json::object const& one, char const* key) {
    return std::string(one.at(key).as_string());
  };
  DemoCase loaded{.today = base::Date::parse(text_of(all, "today")).value()};
  for (auto const& value : all.at("logins").as_array()) {
    auto const& one = value.as_object();
    loaded.logins.push_back(
        {text_of(one, "name"), text_of(one, "who"), text_of(one, "email"), text_of(one, "password")});
    loaded.personas.push_back(text_of(one, "persona"));
  }
  return loaded;
}

void write_whole(std::filesystem::path const& file, std::string const& text) {
  std::ofstream output(file);
  output << text << '\n';
  if (!output.flush()) throw db::Unavailable("cannot write " + file.string());
}

std::string logins_json(DemoCase const& loaded) {
  boost::json::array list;
  for (std::size_t i = 0; i < loaded.logins.size(); ++i) {
    auto const& login = loaded.logins[i];
    list.push_back(
        boost::json::object{{"persona", loaded.personas[i]}, {"email", login.email}, {"password", login.password}});
  }
  return boost::json::serialize(list);
}

DemoCase load(std::string const& name, Settings const& settings) {
  db::Database database(settings.place);
  if (name == "sector") return load_sector(database);
  if (name == "board") return load_board(database);
  vault::Vault keys(key_store(settings), master_key(settings, vault::IfMissing::make));
  return name == "leernetwerk-zuid" ? load_leernetwerk_zuid(database, keys) : load_oost_groningen(database, keys);
}

/// What a start that was broken off left behind: half a case, which nobody worked in.
void remove_half(Settings const& settings) {
  for (char const* const suffix : {"", "-wal", "-shm"}) std::filesystem::remove(settings.place.sqlite_file + suffix);
}

/// The case of an earlier start in this directory, or a fresh one.
DemoCase prepare(Settings const& settings, std::string const& name) {
  auto const kept = settings.directory / "demo.json";
  auto const loading = settings.directory / "demo.loading";
  if (std::filesystem::exists(kept)) {
    db::migrate(settings.place, all_migrations());
    std::ifstream input(kept);
    std::ostringstream text;
    text << input.rdbuf();
    return from_json(text.str());
  }
  if (std::filesystem::exists(loading) && !settings.place.is_postgresql()) remove_half(settings);
  write_whole(loading, name);
  db::migrate(settings.place, all_migrations());
  auto loaded = load(name, settings);
  write_whole(settings.directory / "logins.json", logins_json(loaded));
  write_whole(kept, as_json(loaded));
  std::filesystem::remove(loading);
  return loaded;
}

void print(DemoCase const& loaded) {
  std::cout << "demo logins (password of each: " << loaded.logins.front().password << ")\n";
  for (auto const& login : loaded.logins)
    std::cout << "  " << login.email << "  " << login.name << ", " << login.who << '\n';
}

}  // namespace

std::vector<std::string> demo_cases() { return {"oost-groningen", "leernetwerk-zuid", "sector", "board"}; }

int serve_demo(Given const& given, std::string const& name) {
  auto const cases = demo_cases();
  if (std::ranges::find(cases, name) == cases.end()) {
    std::cerr << "--case: kies uit / choose from: " << base::joined(cases, ", ") << '\n';
    return bad_input;
  }
  auto placed = given;
  if (placed.directory.empty()) placed.directory = new_temporary_folder();
  std::filesystem::create_directories(placed.directory);
  auto read = read_settings(placed);
  for (auto const& fault : read.faults) std::cerr << fault.setting << ": " << fault.message << '\n';
  if (!read.faults.empty()) return bad_input;
  read.settings.post = {};  // a demo sends nothing, and is not worth a backup each night
  read.settings.backups.clear();
  auto const loaded = prepare(read.settings, name);
  if (!read.settings.today) read.settings.today = loaded.today;
  print(loaded);
  return serve(read.settings, loaded.logins);
}

}  // namespace lenig::app
