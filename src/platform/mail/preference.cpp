#include "platform/mail/preference.hpp"

#include <boost/json.hpp>

#include "mail/queries.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/mail/outgoing.hpp"
#include "platform/mail/rhythm.hpp"

namespace lenig::mail {

namespace {

struct Row {
  std::string address;
  Rhythm rhythm = Rhythm::daily;
  int hour = 0;
  int weekday = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (), (address, rhythm, hour, weekday))

bool is_day_of(Preference const& preference, base::Date day) {
  return preference.rhythm == Rhythm::daily ||
         std::chrono::weekday(day.days()).iso_encoding() == static_cast<unsigned>(preference.weekday);
}

}  // namespace

Preferences preferences_of(db::Reading& reading, std::vector<std::string> const& addresses) {
  Preferences found;
  if (addresses.empty()) return found;
  auto const asked = boost::json::serialize(boost::json::value_from(addresses));
  for (auto const& row : reading.all<Row>(sql::preferences_of, {{"addresses", asked}}))
    found[row.address] = {row.rhythm, row.hour, row.weekday};
  return found;
}

Preference preference_in(Preferences const& all, std::string const& address) {
  auto const found = all.find(address);
  return found == all.end() ? Preference{} : found->second;
}

base::Instant next_hour(Preference const& preference, base::Instant from) {
  if (preference.rhythm == Rhythm::at_once) return from;
  for (auto day = base::local_time(from).date;; day = day.plus_days(1)) {
    auto const at = calendar::moment_of({day, preference.hour * 60});
    if (at >= from && is_day_of(preference, day)) return at;
  }
}

Preference preference_of(db::Reading& reading, std::string const& address) {
  auto const key = address_of(address);
  return preference_in(preferences_of(reading, {key}), key);
}

Result<Preference, PreferenceRefusal> prefer(db::Transaction& tx, std::string const& address,
                                             Preference const& preference, base::Instant now) {
  if (preference.hour < 0 || preference.hour > 23) return std::unexpected(PreferenceRefusal::no_such_hour);
  if (preference.weekday < 1 || preference.weekday > 7) return std::unexpected(PreferenceRefusal::no_such_weekday);
  auto const key = address_of(address);
  tx.run(sql::upsert_preference, db::fields(preference, {{"address", key}}));
  tx.run(sql::move_waiting, {{"address", key}, {"at", next_hour(preference, now)}, {"now", now}});
  return preference;
}

}  // namespace lenig::mail
