#include "programme/pages/meeting_fields.hpp"

#include <algorithm>

#include "platform/base/collected.hpp"
#include "programme/rollout.hpp"

namespace lenig::programme::pages {

bool runs_it(access::Viewer const& viewer) {
  return viewer.relations.has(access::Relation::facilitator) || viewer.relations.has(access::Relation::trainer);
}

std::vector<html::Option> kinds_of(std::vector<MeetingKind> const& kinds, i18n::Words const& tr) {
  return base::collected(
      kinds, [&](MeetingKind kind) { return html::Option{std::string(base::name_of(kind)), words_for(kind, tr)}; });
}

void add_time_and_place(html::FormBuilder& form, i18n::Words const& tr) {
  form.moment("starts_at", tr("Wanneer"),
              tr("Het liefst op een gewoon overlegmoment van het team: dan is het geen extra belasting."))
      .number("minutes", tr("Duur in minuten"))
      .optional_text("place", tr("Waar"))
      .optional_text("link", tr("Link om op afstand mee te doen"))
      .optional_text("trainer", tr("Begeleider"));
}

std::vector<html::Option> company_of(db::Reading& reading, Programme const& programme, Participation const& way,
                                     std::vector<ParticipationId> const& already, base::Date today) {
  auto ways = participations_of(reading, programme);
  std::erase_if(ways, [&](Participation const& one) {
    bool const comes = std::ranges::find(already, one.id) != already.end();
    return !comes && !can_meet(one, MeetingKind::step) && !can_meet(one, MeetingKind::second_year);
  });
  auto rows = rows_of(reading, ways, today);
  std::stable_partition(rows.begin(), rows.end(), [&](Row const& row) { return row.way.cohort == way.cohort; });
  std::vector<html::Option> options;
  for (auto const& row : rows) {
    auto const name = row.person_name.empty() ? row.unit_name : row.person_name + ", " + row.unit_name;
    options.push_back({row.way.id.text(), row.way.cohort == way.cohort ? name : name + " · " + row.way.cohort_name});
  }
  return options;
}

std::string two_weeks_on(base::Date today) { return base::LocalTime{today.plus_days(14), 14 * 60}.text(); }

}  // namespace lenig::programme::pages
