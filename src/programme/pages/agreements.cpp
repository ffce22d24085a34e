// The directors' meeting: the programme as its standing item, what was let go of, and who does what by when.
#include "programme/agreement.hpp"

#include <algorithm>
#include <map>

#include "platform/base/collected.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/places.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

using access::Action;
using access::Matter;

struct AgreementLine {
  std::string what;
  std::string note;
  std::string state;
  std::string done_path;  // for who may say that it is done
};
BOOST_DESCRIBE_STRUCT(AgreementLine, (), (what, note, state, done_path))

struct TalkLine {
  std::string title;
  std::string note;
  std::string path;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(TalkLine, (), (title, note, path, state))

struct AgreementsView {
  static constexpr std::string_view view = "programme/agreements";
  std::string name;
  std::vector<PlaceLink> places;
  std::string path;
  bool may_change = false;
  bool standing = false;
  std::vector<std::string> dropped;
  std::string plan_path;
  bool has_agreements = false;
  std::vector<AgreementLine> agreements;
  bool has_talks = false;
  std::vector<TalkLine> talks;
};
BOOST_DESCRIBE_STRUCT(AgreementsView, (),
                      (name, places, path, may_change, standing, dropped, plan_path, has_agreements, agreements,
                       has_talks, talks))

struct Material {
  Programme programme;
  std::vector<Agreement> agreements;
  std::vector<Meeting> talks;
  std::map<PersonId, std::string> people;
};

std::string path_here(ProgrammeId const& programme) { return path_of(programme) + "/afspraken"; }

Material gather(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    Material found{.programme = find_programme(reading, visit.id<ProgrammeId>()).value()};
    found.agreements = agreements_of(reading, found.programme);
    found.talks = meetings_of_programme(reading, found.programme);
    auto const ids = base::collected(found.agreements, &Agreement::person);
    for (auto const& person : organisation::people_by_ids(reading, {found.programme.board}, ids))
      found.people[person.id] = person.name();
    return found;
  });
}

AgreementLine line_of(Agreement const& agreement, Material const& material, access::Viewer const& viewer,
                      i18n::Words const& tr) {
  auto const who = material.people.find(agreement.person);
  auto const name = who == material.people.end() ? tr("iemand die hier niet meer werkt") : who->second;
  AgreementLine line{.what = agreement.what};
  if (agreement.done_on) {
    line.note = tr("{}, gedaan op {}", name, tr.day(*agreement.done_on));
    line.state = "done";
    return line;
  }
  bool const late = agreement.due < viewer.today;
  line.note = late ? tr("{}, had klaar moeten zijn op {}", name, tr.day(agreement.due))
                   : tr("{}, voor {}", name, tr.day(agreement.due));
  line.state = late ? "late" : "next";
  if (viewer.may(Action::change, Matter::talk) || agreement.person == viewer.person)
    line.done_path = "/programma/afspraak/" + agreement.id.text() + "/gedaan";
  return line;
}

TalkLine line_of(Meeting const& talk, base::Date today, i18n::Words const& tr) {
  auto const state = talk.state == MeetingState::cancelled ? tr("afgezegd")
                     : talk.state == MeetingState::held    ? tr("gehouden")
                     : talk.starts_at.date < today         ? tr("nog niet vastgelegd")
                                                           : tr("gepland");
  return {talk.title, tr.day(talk.starts_at.date) + " · " + state, path_of(talk.id),
          talk.state == MeetingState::cancelled ? "late"
          : talk.state == MeetingState::held    ? "done"
                                                : "planned"};
}

html::FormBuilder form_of(Visit const& visit, Programme const& programme,
                          std::vector<organisation::PersonSummary> const& owners) {
  auto const& tr = visit.tr;
  std::vector<html::Option> options;
  for (auto const& person : owners) {
    bool const twice = std::ranges::any_of(options, [&](auto const& one) { return one.value == person.id.text(); });
    if (!twice) options.push_back({person.id.text(), person.name() + ", " + person.function});
  }
  html::FormBuilder form(tr, tr("Afspraak noteren"), path_here(programme.id), tr("Noteer"));
  form.area("what", tr("Wat is afgesproken"))
      .choice("person", tr("Wie doet het"), options)
      .date("due", tr("Voor wanneer"))
      .cancel(path_here(programme.id));
  return form;
}

struct Around {
  Programme programme;
  std::vector<organisation::PersonSummary> owners;
};

Around asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) {
    auto const programme = find_programme(reading, visit.id<ProgrammeId>()).value();
    return Around{programme, expected_at_talk(reading, programme, visit.viewer.today)};
  });
}

Response form_page(Visit& visit, Around const& around, html::FormBuilder const& form) {
  return visit.form_page(form.build(), crumbs_to(around.programme, visit.tr), {Matter::talk});
}

}  // namespace

std::vector<std::string> words_for(Dropped const& dropped, i18n::Words const& tr) {
  std::vector<std::string> all;
  if (dropped.called_off)
    all.push_back(tr("“{}” van {} is afgezegd, en daarna is er geen meer gehouden of gepland.",
                     dropped.called_off->title, tr.day(dropped.called_off->starts_at.date)));
  if (dropped.none_to_come)
    all.push_back(tr("Het programma is een vast punt van het directeurenoverleg, maar er staat geen overleg gepland."));
  return all;
}

Response show_agreements(Visit& visit) {
  auto const& tr = visit.tr;
  auto const material = gather(visit);
  bool const may_change = visit.viewer.may(Action::change, Matter::talk);
  AgreementsView view{
      .name = material.programme.name,
      .places = places_of(material.programme, Place::directors, visit.viewer, tr),
      .path = path_here(material.programme.id),
      .may_change = may_change,
      .standing = material.programme.standing_item,
      .dropped = words_for(dropped_in(material.talks, material.programme.standing_item, visit.viewer.today), tr),
      .plan_path = may_change ? path_of(material.programme.id) + "/bijeenkomsten/nieuw" : ""};
  for (auto const& one : material.agreements) view.agreements.push_back(line_of(one, material, visit.viewer, tr));
  view.has_agreements = !view.agreements.empty();
  for (auto at = material.talks.rbegin(); at != material.talks.rend(); ++at)
    view.talks.push_back(line_of(*at, visit.viewer.today, tr));
  view.has_talks = !view.talks.empty();
  return visit.page({.title = tr("Afspraken over {}", view.name),
                     .crumbs = programmes_crumb(tr),
                     .holds = {Matter::talk},
                     .content = visit.render(view)});
}

Response show_agreement_new(Visit& visit) {
  auto const around = asked_for(visit);
  auto form = form_of(visit, around.programme, around.owners);
  return form_page(visit, around, form.start("due", visit.viewer.today.plus_days(28).text()));
}

Response post_agreement(Visit& visit) {
  auto const around = asked_for(visit);
  auto const filled = visit.read_form<AgreementDraft>();
  auto form = form_of(visit, around.programme, around.owners);
  if (!filled) return form_page(visit, around, form.filled(filled));
  auto const agreed =
      visit.write([&](db::Transaction& tx) { return agree(tx, visit.actor(), around.programme.id, *filled); });
  if (!agreed) return form_page(visit, around, form.filled(filled, objection_to(agreed.error(), visit.tr)));
  return visit.see_other(path_here(around.programme.id), visit.tr("De afspraak staat erbij."));
}

Response post_standing_item(Visit& visit) {
  auto const programme =
      visit.read([&](db::Reading& reading) { return find_programme(reading, visit.id<ProgrammeId>()).value(); });
  bool const standing = visit.form.value("standing").has_value();
  visit.write([&](db::Transaction& tx) { set_standing_item(tx, visit.actor(), programme, standing); });
  return visit.see_other(path_here(programme.id),
                         standing ? visit.tr("Het is nu een vast punt: staat er geen overleg gepland, dan ziet u dat.")
                                  : visit.tr("Het is geen vast punt meer."));
}

Response post_agreement_done(Visit& visit) {
  auto const agreement =
      visit.read([&](db::Reading& reading) { return find_agreement(reading, visit.id<AgreementId>()).value(); });
  auto const done =
      visit.write([&](db::Transaction& tx) { return note_agreement_done(tx, visit.actor(), agreement.id); });
  if (!done) return visit.see_other(path_here(agreement.programme), objection_to(done.error(), visit.tr).message);
  return visit.see_other(path_here(agreement.programme), visit.tr("Gedaan."), *done);
}

}  // namespace lenig::programme::pages
