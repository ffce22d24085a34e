#include "app/settings.hpp"

#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>

#include <toml++/toml.h>

namespace lenig::app {

namespace {

using Values = std::map<std::string, std::string>;
using Take = std::function<bool(Settings&, std::string const&)>;

struct Known {
  char const* setting;  // in lenig.toml: "listen.port"; in the environment: LENIG_LISTEN_PORT
  char const* expected;
  Take take;  // false when the value can't be used
};

bool take_port(Settings& settings, std::string const& value) {
  char* end = nullptr;
  long const port = std::strtol(value.c_str(), &end, 10);
  if (*end != '\0' || value.empty() || port < 0 || port > 65535) return false;
  settings.listen.port = static_cast<std::uint16_t>(port);
  return true;
}

bool take_threads(Settings& settings, std::string const& value) {
  char* end = nullptr;
  long const threads = std::strtol(value.c_str(), &end, 10);
  if (*end != '\0' || threads < 1 || threads > 256) return false;
  settings.listen.worker_threads = static_cast<int>(threads);
  settings.place.readers = static_cast<int>(threads) + 2;
  return true;
}

bool take_days(Settings& settings, std::string const& value) {
  char* end = nullptr;
  long const days = std::strtol(value.c_str(), &end, 10);
  if (*end != '\0' || days < 1 || days > 3650) return false;
  settings.keep_backups = static_cast<int>(days);
  return true;
}

bool take_address(Settings& settings, std::string const& value) {
  settings.address = value.ends_with('/') ? value.substr(0, value.size() - 1) : value;
  return value.starts_with("https://") || value.starts_with("http://");
}

bool take_flag(bool& flag, std::string const& value) {
  flag = value == "true";
  return value == "true" || value == "false";
}

std::vector<Known> const& known_settings() {
  static std::vector<Known> const all{
      {"address", "an address that begins with https:// (or http:// on this machine)", take_address},
      {"listen.host", "an IP address",
       [](Settings& s, std::string const& v) {
         s.listen.host = v;
         return !v.empty();
       }},
      {"listen.port", "a number from 0 to 65535", take_port},
      {"listen.threads", "a number from 1 to 256", take_threads},
      {"listen.behind_proxy", "true or false",
       [](Settings& s, std::string const& v) { return take_flag(s.listen.behind_proxy, v); }},
      {"database.postgresql", "a PostgreSQL connection string",
       [](Settings& s, std::string const& v) {
         s.place.postgresql_url = v;
         return true;
       }},
      {"database.owner", "a PostgreSQL connection string of the role that owns the tables",
       [](Settings& s, std::string const& v) {
         s.place.owner_url = v;
         return true;
       }},
      {"backup.directory", "a folder, or \"none\" for no nightly backup",
       [](Settings& s, std::string const& v) {
         s.backups = v == "none" ? "" : v;
         return !v.empty();
       }},
      {"backup.keep", "a number of days from 1 to 3650", take_days},
      {"keys.master", "a file",
       [](Settings& s, std::string const& v) {
         s.master_key = v;
         return !v.empty();
       }},
      {"keys.postgresql", "a PostgreSQL connection string, not that of database.postgresql",
       [](Settings& s, std::string const& v) {
         s.keys_postgresql = v;
         return v != s.place.postgresql_url;
       }},
      {"document.socket", "the path of a socket",
       [](Settings& s, std::string const& v) {
         s.converter.socket = v;
         return v.starts_with('/');
       }},
      {"mail.smtp", "smtp://host:port or smtps://host:port",
       [](Settings& s, std::string const& v) {
         s.post.smtp_url = v;
         return v.starts_with("smtp://") || v.starts_with("smtps://");
       }},
      {"mail.user", "a name",
       [](Settings& s, std::string const& v) {
         s.post.user = v;
         return true;
       }},
      {"mail.password", "a password",
       [](Settings& s, std::string const& v) {
         s.post.password = v;
         return true;
       }},
      {"mail.from", "an e-mail address",
       [](Settings& s, std::string const& v) {
         s.post.from = v;
         return v.find('@') != std::string::npos;
       }},
      {"mail.returns", "an e-mail address with {} in it, as lenig+{}@school.nl",
       [](Settings& s, std::string const& v) {
         s.post.returns = v;
         return v.find("{}") != std::string::npos && v.find("{}") < v.find('@') && v.find('@') != std::string::npos;
       }},
  };
  return all;
}

std::string variable_of(std::string setting) {
  for (auto& c : setting) c = c == '.' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return "LENIG_" + setting;
}

std::string text_of(toml::node const& node) {
  if (auto const text = node.value<std::string>()) return *text;
  if (auto const flag = node.value_exact<bool>()) return *flag ? "true" : "false";
  if (auto const number = node.value_exact<std::int64_t>()) return std::to_string(*number);
  return {};
}

void flatten(toml::table const& table, std::string const& prefix, Values& values) {
  for (auto const& [key, node] : table) {
    auto const name = prefix + std::string(key.str());
    if (auto const* inner = node.as_table()) {
      flatten(*inner, name + ".", values);
    } else {
      values[name] = text_of(node);
    }
  }
}

Values read_file(std::filesystem::path const& file, std::vector<SettingFault>& faults) {
  Values values;
  if (!std::filesystem::exists(file)) return values;
  try {
    flatten(toml::parse_file(file.string()), "", values);
  } catch (toml::parse_error const& error) {
    auto const at = std::to_string(error.source().begin.line);
    faults.push_back({"lenig.toml", "line " + at + ": " + std::string(error.description())});
  }
  return values;
}

void take_all(Settings& settings, Values values, std::vector<SettingFault>& faults) {
  for (auto const& known : known_settings()) {
    if (char const* const from_environment = std::getenv(variable_of(known.setting).c_str()))
      values[known.setting] = from_environment;
    auto const found = values.find(known.setting);
    if (found == values.end()) continue;
    if (!known.take(settings, found->second))
      faults.push_back({known.setting, std::string("expected ") + known.expected});
    values.erase(found);
  }
  for (auto const& [name, value] : values) faults.push_back({name, "unknown setting; take it out, or mend its name"});
}

}  // namespace

ReadSettings read_settings(Given const& given) {
  ReadSettings read;
  auto& settings = read.settings;
  settings.directory = given.directory;
  settings.listen.port = 8080;
  settings.backups = given.directory / "backups";
  settings.master_key = given.directory / "master.key";
  take_all(settings, read_file(given.directory / "lenig.toml", read.faults), read.faults);
  if (given.port && !take_port(settings, std::to_string(*given.port)))
    read.faults.push_back({"--port", "expected a number from 0 to 65535"});
  if (given.today) {
    settings.today = base::Date::parse(*given.today);
    if (!settings.today) read.faults.push_back({"--today", "expected a day as YYYY-MM-DD"});
  }
  if (!settings.place.is_postgresql()) settings.place.sqlite_file = (given.directory / "lenig.sqlite").string();
  return read;
}

}  // namespace lenig::app
