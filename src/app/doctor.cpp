#include <sys/statvfs.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "app/commands.hpp"
#include "app/keys.hpp"
#include "app/modules.hpp"
#include "platform/audit/audit.hpp"
#include "platform/db/migrations.hpp"

namespace lenig::app {

namespace {

/// What the doctor found about one thing.
class Findings {
 public:
  void good(std::string const& what) { std::cout << "ok    " << what << '\n'; }
  void wrong(std::string const& what, std::string const& remedy) {
    std::cout << "WRONG " << what << "\n      " << remedy << '\n';
    wrong_ = true;
  }
  bool all_good() const { return !wrong_; }

 private:
  bool wrong_ = false;
};

void look_at_settings(ReadSettings const& read, Findings& findings) {
  for (auto const& fault : read.faults) findings.wrong("setting " + fault.setting, fault.message);
  if (read.faults.empty()) findings.good("settings");
}

void look_at_directory(std::filesystem::path const& directory, Findings& findings) {
  constexpr unsigned long long least = 256ULL << 20;
  if (::access(directory.c_str(), W_OK) != 0) {
    findings.wrong("directory " + directory.string(), "make it, and let the user that runs lenig write in it");
    return;
  }
  struct statvfs disk{};
  ::statvfs(directory.c_str(), &disk);
  auto const free = static_cast<unsigned long long>(disk.f_bavail) * disk.f_frsize;
  if (free < least) {
    findings.wrong("disk of " + directory.string(), "less than 256 MiB is free; make room");
  } else {
    findings.good("directory " + directory.string() + ", " + std::to_string(free >> 20) + " MiB free");
  }
}

/// A log that is ahead of the clock: the one or the other was wrong.
void look_at_clock(std::string const& newest, Findings& findings) {
  auto const now = base::Instant::now();
  auto const latest = base::Instant::parse(newest);
  if (latest && *latest > now.plus(std::chrono::minutes{5})) {
    findings.wrong(
        "clock: it is " + now.text() + " here, and the log has an entry of " + newest,
        "set the clock of this machine (NTP); nothing is lost, but moments written meanwhile stay as they are");
  } else {
    findings.good("clock: " + now.text());
  }
}

/// Whether the audit log is as the program wrote it.
void look_at_audit(Settings const& settings, Findings& findings) {
  db::Database database(settings.place);
  auto const verified = database.read(db::every_board, [](db::Reading& reading) { return audit::verify(reading); });
  if (verified.broken) {
    findings.wrong("audit log: broken at entry " + std::to_string(verified.broken->number) + " of board '" +
                       verified.broken->board + "'",
                   "somebody changed the database outside the program; compare with a backup from before");
  } else {
    findings.good("audit log: " + std::to_string(verified.entries) + " entries, unbroken, " +
                  verified.hash.substr(0, 16));
  }
  look_at_clock(verified.newest, findings);
}

void look_at_database(Settings const& settings, Findings& findings) {
  try {
    auto const pending = db::pending_migrations(settings.place, all_migrations());
    if (pending.empty()) {
      findings.good(settings.place.is_postgresql() ? "database: PostgreSQL"
                                                   : "database: " + settings.place.sqlite_file);
      look_at_audit(settings, findings);
    } else {
      findings.wrong("database: " + std::to_string(pending.size()) + " migrations to run",
                     "run `lenig migrate --dir D`; `lenig serve` does it too");
    }
  } catch (std::exception const& error) {
    findings.wrong(std::string("database: ") + error.what(),
                   "check that it runs, and that the settings database.* name it");
  }
}

void look_at_keys(Settings const& settings, Findings& findings) {
  try {
    if (!std::filesystem::exists(key_store(settings).place.sqlite_file) && settings.keys_postgresql.empty()) {
      findings.good("keys: none yet; `lenig serve` makes the store and the master key");
      return;
    }
    vault::Vault keys(key_store(settings), master_key(settings, vault::IfMissing::refuse));
    auto const checked = keys.check();
    if (checked.unreadable > 0) {
      findings.wrong("keys: " + std::to_string(checked.unreadable) + " do not open",
                     "restore the key store with `lenig keys restore`");
    } else {
      findings.good("keys: " + std::to_string(checked.keys) + ", and " + std::to_string(checked.erased) + " erased");
    }
    bool const beside =
        std::getenv("LENIG_MASTER_KEY") == nullptr && settings.master_key.parent_path() == settings.directory;
    if (beside)
      findings.wrong("master key: it lies beside the database", "move " + settings.master_key.string() +
                                                                    " elsewhere and set keys.master: who copies this "
                                                                    "folder copies the key");
  } catch (std::exception const& error) {
    findings.wrong(std::string("keys: ") + error.what(), "put the right master key at keys.master or LENIG_MASTER_KEY");
  }
}

void look_at_mail(Settings const& settings, Findings& findings) {
  if (settings.post.smtp_url.empty()) {
    findings.wrong("mail: no server", "set mail.smtp, or invitations stay in the outbox");
  } else {
    findings.good("mail by " + settings.post.smtp_url);
  }
}

void look_at_documents(Settings const& settings, Findings& findings) {
  load_views();  // a document is made from one
  auto const hindrances = document::hindrances(settings.converter);
  for (auto const& one : hindrances) findings.wrong(one.what, one.remedy);
  if (hindrances.empty()) findings.good("documents: PDF and DOCX");
}

void look_at_address(Settings const& settings, Findings& findings) {
  if (settings.address.empty()) {
    findings.wrong("address: not set", "set address to where browsers find the program: links in mail begin with it");
  } else if (!settings.behind_https()) {
    findings.wrong("address: " + settings.address,
                   "let a proxy serve it over https: without it passwords can be read on the way");
  } else {
    findings.good("address " + settings.address);
  }
}

}  // namespace

int doctor(ReadSettings const& read) {
  Findings findings;
  look_at_settings(read, findings);
  look_at_directory(read.settings.directory, findings);
  look_at_database(read.settings, findings);
  look_at_keys(read.settings, findings);
  look_at_address(read.settings, findings);
  look_at_mail(read.settings, findings);
  look_at_documents(read.settings, findings);
  return findings.all_good() ? done : refused;
}

}  // namespace lenig::app
