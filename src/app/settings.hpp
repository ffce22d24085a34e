#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/time.hpp"
#include "platform/db/database.hpp"
#include "platform/document/converter.hpp"
#include "platform/http/http.hpp"
#include "platform/mail/mail.hpp"

namespace lenig::app {

/// How this program runs. What stands on the command line goes before the environment (`LENIG_…`), and that before
/// `lenig.toml` in the directory.
struct Settings {
  std::filesystem::path directory;
  std::string address;  // where browsers find the program: https://lenig.example.nl; empty: where it listens
  http::Address listen;
  db::Place place;  // an SQLite file in the directory, unless PostgreSQL is set
  mail::Post post;
  document::Converter converter;
  std::filesystem::path master_key;  // the file that wraps the keys of people and groups
  std::string keys_postgresql;       // where these keys are; empty: a file in the directory
  std::filesystem::path backups;     // where the nightly backup goes; empty: nowhere
  int keep_backups = 14;             // days
  std::optional<base::Date> today;   // moves the dates of the domain

  bool behind_https() const { return address.starts_with("https://"); }
};

/// A setting that can't be used: which, and what to do.
struct SettingFault {
  std::string setting;
  std::string message;
};

struct ReadSettings {
  Settings settings;
  std::vector<SettingFault> faults;
};

/// What was given on the command line.
struct Given {
  std::filesystem::path directory;
  std::optional<int> port;
  std::optional<std::string> today;
};

ReadSettings read_settings(Given const& given);

}  // namespace lenig::app
