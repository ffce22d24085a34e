// Who led a meeting, and who co-led or attended it to grow.
#include <algorithm>
#include <map>

#include "platform/base/collected.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/trainer_words.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

using access::Matter;

constexpr char const* nothing_done = "none";

struct Material {
  Meeting meeting;
  Programme programme;
  std::vector<PersonId> people;  // trainers of the programme, and who trained here before
  std::map<PersonId, Part> parts;
  std::map<PersonId, std::string> names;
};

Material gather(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    Material found{.meeting = find_meeting(reading, visit.id<MeetingId>()).value()};
    found.programme = find_programme(reading, found.meeting.programme).value();
    found.people = base::collected(trainers_of(reading, found.programme).all, &Trainer::person);
    for (auto const& one : trainers_at(reading, found.meeting)) {
      found.parts[one.person] = one.part;
      if (std::ranges::find(found.people, one.person) == found.people.end()) found.people.push_back(one.person);
    }
    for (auto const& person : organisation::people_by_ids(reading, {found.programme.board}, found.people))
      found.names[person.id] = person.name();
    return found;
  });
}

std::string field_of(PersonId const& person) { return "person-" + person.text(); }

html::FormBuilder form_of(Visit const& visit, Material const& material) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("{}: wie begeleidde?", material.meeting.title), visit.request.path, tr("Bewaar"));
  form.intro(
      material.people.empty()
          ? tr("Dit programma heeft nog geen begeleiders. Voeg ze toe op het blad Begeleiders.")
          : tr("Wie meekeek mag de volgende keer mee begeleiden; wie mee begeleidde mag daarna zelf begeleiden."));
  for (auto const& person : material.people) {
    std::vector<html::Option> options{{nothing_done, tr("Was er niet bij")}};
    base::each_enumerator<Part>(
        [&](Part part) { options.push_back({std::string(base::name_of(part)), did(part, tr)}); });
    auto const part = material.parts.find(person);
    form.options(field_of(person), name_in(material.names, person, tr), options)
        .start(field_of(person),
               part == material.parts.end() ? nothing_done : std::string(base::name_of(part->second)));
  }
  return form.cancel(path_of(material.meeting.id));
}

Response page(Visit& visit, Material const& material, html::FormBuilder const& form) {
  auto crumbs = crumbs_to(material.programme, visit.tr);
  crumbs.push_back({material.meeting.title, path_of(material.meeting.id)});
  return visit.form_page(form.build(), crumbs, {Matter::training});
}

std::vector<MeetingTrainer> trainers_in(Visit const& visit, Material const& material) {
  std::vector<MeetingTrainer> trainers;
  for (auto const& person : material.people) {
    if (auto const part = base::enum_from<Part>(visit.form.value(field_of(person)).value_or("")))
      trainers.push_back({person, *part});
  }
  return trainers;
}

}  // namespace

Response show_meeting_trainers(Visit& visit) {
  auto const material = gather(visit);
  return page(visit, material, form_of(visit, material));
}

Response post_meeting_trainers(Visit& visit) {
  auto const material = gather(visit);
  auto const trainers = trainers_in(visit, material);
  auto const set = visit.write(
      [&](db::Transaction& tx) { return set_trainers_at(tx, visit.actor(), material.meeting.id, trainers); });
  if (!set) {
    auto form = form_of(visit, material);
    return page(visit, material, form.filled(visit.form, objection_to(set.error(), visit.tr)));
  }
  return visit.see_other(path_of(material.meeting.id), visit.tr("Bewaard."));
}

}  // namespace lenig::programme::pages
