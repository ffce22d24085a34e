#include "programme/facilitation.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>

#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

constexpr int most_half_days = 10'000;
constexpr double most_euros = 10'000'000;
constexpr std::size_t longest_what = 200;
constexpr int first_year = 1990;
constexpr int last_year = 2100;

std::optional<FacilitationRefusal> refusal(FacilitationDraft const& draft) {
  if (draft.school_year < first_year || draft.school_year > last_year) return FacilitationRefusal::year_out_of_range;
  if (draft.half_days < 0 || draft.half_days > most_half_days) return FacilitationRefusal::half_days_out_of_range;
  auto const cents = draft.euros.empty() ? std::optional(0LL) : cents_from(draft.euros);
  if (!cents) return FacilitationRefusal::euros_wrong;
  if (draft.half_days == 0 && *cents == 0) return FacilitationRefusal::nothing_entered;
  if (draft.what.empty()) return FacilitationRefusal::what_missing;
  if (base::length(draft.what) > longest_what) return FacilitationRefusal::too_long;
  return std::nullopt;
}

void insert(db::Transaction& tx, Programme const& programme, Facilitation const& entry) {
  tx.run(sql::insert_facilitation, db::fields(entry, {{"board", programme.board}, {"programme", programme.id}}));
}

}  // namespace

std::vector<Facilitation> facilitation_of(db::Reading& reading, Programme const& programme, int school_year) {
  return reading.all<Facilitation>(
      sql::facilitation_of_programme,
      {{"board", programme.board}, {"programme", programme.id}, {"school_year", school_year}});
}

std::optional<Facilitation> find_facilitation(db::Reading& reading, Programme const& programme,
                                              FacilitationId const& entry) {
  return reading.one<Facilitation>(sql::facilitation_by_id,
                                   {{"board", programme.board}, {"programme", programme.id}, {"id", entry}});
}

Result<FacilitationId, FacilitationRefusal> enter_facilitation(db::Transaction& tx, base::Actor const& actor,
                                                               ProgrammeId const& programme,
                                                               FacilitationDraft const& draft) {
  auto const found = find_programme(tx, programme);
  if (!found) return std::unexpected(FacilitationRefusal::not_found);
  if (auto const why = refusal(draft)) return std::unexpected(*why);
  auto const reach = organisation::units_within(tx, found->host);
  if (std::ranges::find(reach, draft.unit, &organisation::UnitSummary::id) == reach.end())
    return std::unexpected(FacilitationRefusal::unit_unknown);
  Facilitation const entry{FacilitationId::make(),
                           draft.unit,
                           draft.school_year,
                           draft.stage,
                           draft.half_days,
                           draft.euros.empty() ? 0 : cents_from(draft.euros).value(),
                           draft.what,
                           actor.today};
  insert(tx, *found, entry);
  audit::record(tx, actor, {.act = "facilitation.entered", .object = entry.id.text()});
  return entry.id;
}

Result<std::string, FacilitationRefusal> remove_facilitation(db::Transaction& tx, base::Actor const& actor,
                                                             ProgrammeId const& programme,
                                                             FacilitationId const& entry) {
  auto const of = find_programme(tx, programme);
  auto const found = of ? find_facilitation(tx, *of, entry) : std::nullopt;
  if (!found) return std::unexpected(FacilitationRefusal::not_found);
  tx.run(sql::delete_facilitation, {{"board", of->board}, {"id", entry}});
  audit::record(tx, actor, {.act = "facilitation.removed", .object = entry.text()});
  boost::json::object const kept{{"programme", programme.text()},
                                 {"id", entry.text()},
                                 {"unit", found->unit.text()},
                                 {"school_year", found->school_year},
                                 {"stage", base::name_of(found->stage)},
                                 {"half_days", found->half_days},
                                 {"cents", found->cents},
                                 {"what", found->what},
                                 {"on_day", found->on_day.text()}};
  return undo::offer(tx, actor, "programme.remove_facilitation", boost::json::serialize(kept));
}

bool undo_remove_facilitation(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const kept = boost::json::parse(payload).as_object();
  auto const text = [&](char const* key) { return std::string(kept.at(key).as_string()); };
  auto const programme = find_programme(tx, ProgrammeId(text("programme")));
  if (!programme) return false;
  insert(tx, *programme,
         {FacilitationId(text("id")), UnitId(text("unit")), static_cast<int>(kept.at("school_year").as_int64()),
          base::enum_from<Stage>(text("stage")).value(), static_cast<int>(kept.at("half_days").as_int64()),
          kept.at("cents").as_int64(), text("what"), base::Date::parse(text("on_day")).value()});
  audit::record(tx, actor, {.act = "facilitation.restored", .object = text("id")});
  return true;
}

std::optional<long long> cents_from(std::string const& euros) {
  auto const amount = base::decimal_from(euros);
  if (!amount || *amount < 0 || *amount > most_euros) return std::nullopt;
  double const cents = *amount * 100;
  bool const whole = std::abs(cents - std::round(cents)) < 1e-6;
  return whole ? std::optional(std::llround(cents)) : std::nullopt;
}

std::string words_for(Stage stage, i18n::Words const& tr) {
  switch (stage) {
    case Stage::planned: return tr("Gepland");
    case Stage::used: return tr("Gebruikt");
  }
  return {};
}

}  // namespace lenig::programme
