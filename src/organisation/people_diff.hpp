#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include <array>
#include <map>
#include <string>
#include <vector>

#include "organisation/import_people.hpp"

namespace lenig::organisation {

/// What a row asks for that is not so yet.
struct RowChange {
  ImportRow row;
  std::string address;             // in small letters
  std::optional<PersonId> person;  // nothing: to be added
  bool adds = false;
  bool renames = false;
  bool appoints = false;
  std::optional<AppointmentId> corrects;
  std::optional<ImportAct> appointment;  // what happens to it
};

/// Somebody with an address of the file, as the board has them or as this import has written them.
struct KnownPerson {
  PersonId id;
  std::string given_name;
  std::string prefix;
  std::string family_name;
  std::string email;
  int written = 0;
};
BOOST_DESCRIBE_STRUCT(KnownPerson, (), (id, given_name, prefix, family_name, email, written))

struct KnownAppointment {
  AppointmentId id;
  PersonId person;
  UnitId unit;
  std::string function;
  double fte = 0;
  base::Date starts_on;
  std::optional<base::Date> ends_on;
};
BOOST_DESCRIBE_STRUCT(KnownAppointment, (), (id, person, unit, function, fte, starts_on, ends_on))

struct Differences {
  std::vector<RowChange> changes;  // in order
  std::vector<ImportFault> faults;
};

/// Compares the rows of a file with what the board has, some at a time. Of the rows before it remembers hashes alone:
/// about 80 bytes for each person and each appointment.
class PeopleDiff {
 public:
  /// `import` is the number under which rows are written meanwhile; none of a plan.
  PeopleDiff(db::Reading& reading, base::Actor actor, std::optional<long long> import);

  /// Faults of the file itself pass through. One transaction with what writes the changes.
  Differences of(db::Reading& reading, ReadRows read);

 private:
  using Hash = std::array<unsigned char, 16>;
  struct HashOfHash {
    std::size_t operator()(Hash const& hash) const;
  };
  /// What was said before of the same person or appointment, where, and whether it was taken.
  struct Seen {
    Hash said{};
    int line = 0;
    bool taken = false;
  };
  /// In many small tables: one large one, when it grows, would keep others from writing for a fifth of a second.
  class AllSeen {
   public:
    /// What is seen under the key, and whether it is seen for the first time.
    std::pair<Seen*, bool> note(Hash const& key, Seen seen) {
      auto const [at, is_new] = tables_[key.back()].emplace(key, seen);
      return {&at->second, is_new};
    }
    Seen& at(Hash const& key) { return tables_[key.back()].at(key); }

   private:
    std::array<boost::unordered_flat_map<Hash, Seen, HashOfHash>, 256> tables_;
  };

  /// What the board has of the people of these rows.
  struct Known {
    std::map<std::string, KnownPerson> people;  // by address in small letters
    std::map<std::string, KnownAppointment> appointments;
    std::map<std::string, PersonId> accounts;  // by address
    std::vector<PersonId> colleagues;          // who have such an account
  };

  Known known_of(db::Reading& reading, std::vector<ImportRow> const& rows) const;
  void check(ImportRow& row, Known const& known, std::vector<ImportFault>& faults);
  void compare(ImportRow const& row, std::vector<ImportFault>& faults);
  bool is_own_news(ImportRow const& row, Known const& known) const;
  RowChange change_of(ImportRow const& row, Known const& known);
  void compare_appointment(RowChange& change, Known const& known);
  void fault(std::vector<ImportFault>& faults, int line, ImportWhy why, std::string given = {}) const;

  base::Actor actor_;
  std::optional<long long> import_;
  std::map<std::string, std::string> headings_;
  std::map<std::string, std::vector<UnitId>> units_;  // by folded name
  AllSeen people_;
  AllSeen appointments_;
};

}  // namespace lenig::organisation
