// One meeting of a cohort's year, put or changed by hand.
#include <algorithm>
#include <charconv>

#include "platform/base/collected.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"
#include "programme/pages/year_words.hpp"

namespace lenig::programme::pages {

namespace {

using access::Matter;

struct Asked {
  YearSheet sheet;
  YearUnit unit;
  Step step;
};

int step_in(Visit const& visit) {
  auto const& text = visit.params.find("position")->second;
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::optional<Asked> asked_for(Visit& visit) {
  auto sheet = visit.read([&](db::Reading& reading) {
    return year_sheet_of(reading, find_cohort(reading, visit.id<CohortId>()).value(), visit.viewer.today);
  });
  auto const* const unit = sheet.unit(visit.id<ParticipationId>("entry_id"));
  if (unit == nullptr) return std::nullopt;
  auto const step = std::ranges::find(unit->steps, step_in(visit), &Step::position);
  if (step == unit->steps.end()) return std::nullopt;
  return Asked{sheet, *unit, *step};
}

/// Each with what they may at this step.
std::vector<html::Option> trainer_options(Asked const& asked, i18n::Words const& tr) {
  std::vector<html::Option> options;
  for (auto const& trainer : asked.sheet.trainers) {
    auto const may = trainer.may.find(asked.step.position);
    if (may != trainer.may.end())
      options.push_back({trainer.person.text(), trainer.name + " · " + words_for(may->second, tr)});
  }
  return options;
}

html::FormBuilder form_of(Visit const& visit, Asked const& asked) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("{}: stap {}", asked.unit.row.unit_name, asked.step.position), visit.request.path,
                         tr("Bewaar"));
  form.intro(tr("Wat niet klopt ziet u meteen in het plan; u beslist. Niemand krijgt nog bericht."))
      .moment("starts_at", tr("Wanneer"))
      .number("minutes", tr("Duur in minuten"))
      .choice("leads", tr("Begeleider"), trainer_options(asked, tr))
      .optional_choice("grows", tr("Komt mee om te groeien"), trainer_options(asked, tr))
      .cancel(year_path(asked.sheet.cohort.id));
  if (auto const* const now = asked.sheet.meeting(asked.unit.row.way.id, asked.step.position)) {
    form.start(YearMeetingDraft{now->starts_at, now->minutes, now->leads, now->grows});
  } else {
    form.start("starts_at", base::LocalTime{asked.sheet.plan.first_day, asked.sheet.plan.other_minute}.text())
        .start("minutes", std::to_string(asked.step.minutes == 0 ? 120 : asked.step.minutes));
  }
  return form;
}

Response page(Visit& visit, Asked const& asked, html::FormBuilder const& form) {
  auto trail = crumbs_to(asked.sheet.programme, visit.tr);
  trail.push_back({asked.sheet.cohort.name, path_of(asked.sheet.cohort.id)});
  trail.push_back({visit.tr("Jaar plannen"), year_path(asked.sheet.cohort.id)});
  return visit.form_page(form.build(), trail, {Matter::planning});
}

}  // namespace

Response show_year_meeting(Visit& visit) {
  auto const asked = asked_for(visit);
  if (!asked) return visit.not_found();
  return page(visit, *asked, form_of(visit, *asked));
}

Response post_year_meeting(Visit& visit) {
  auto const asked = asked_for(visit);
  if (!asked) return visit.not_found();
  auto const filled = visit.read_form<YearMeetingDraft>();
  auto form = form_of(visit, *asked);
  if (!filled || form.is_stale(visit.form)) return page(visit, *asked, form.filled(filled));
  auto const put = visit.write([&](db::Transaction& tx) {
    return put_year_meeting(tx, visit.actor(), asked->sheet.cohort.id, asked->unit.row.way.id, asked->step.position,
                            *filled);
  });
  if (!put) return page(visit, *asked, form.filled(filled, objection_to(put.error(), visit.tr)));
  return visit.see_other(year_path(asked->sheet.cohort.id), visit.tr("Bewaard."), *put);
}

Response post_year_meeting_remove(Visit& visit) {
  auto const asked = asked_for(visit);
  if (!asked) return visit.not_found();
  auto const removed = visit.write([&](db::Transaction& tx) {
    return remove_year_meeting(tx, visit.actor(), asked->sheet.cohort.id, asked->unit.row.way.id, asked->step.position);
  });
  auto const back = year_path(asked->sheet.cohort.id);
  if (!removed) return visit.see_other(back, objection_to(removed.error(), visit.tr).message);
  return visit.see_other(back, visit.tr("Uit het plan gehaald."), *removed);
}

}  // namespace lenig::programme::pages
