// What plans look like: read by everybody, adapted in versions by those who answer for a place.
#include "plan/format.hpp"

#include "plan/pages/pages.hpp"
#include "plan/pages/words.hpp"
#include "platform/base/collected.hpp"
#include "platform/base/text.hpp"

namespace lenig::plan::pages {

namespace {

using access::Action;
using access::Matter;

struct FormatLine {
  std::string format;
  std::string format_path;
  std::string about;
};
BOOST_DESCRIBE_STRUCT(FormatLine, (), (format, format_path, about))

struct FormatsView {
  static constexpr std::string_view view = "plan/formats";
  std::string board;
  bool has_formats = false;
  std::vector<FormatLine> formats;
};
BOOST_DESCRIBE_STRUCT(FormatsView, (), (board, has_formats, formats))

struct PartLine {
  std::string title;
  std::string holds;
  bool has_questions = false;
  std::vector<std::string> questions;
  std::string part_path;
  bool is_first = false;
};
BOOST_DESCRIBE_STRUCT(PartLine, (), (title, holds, has_questions, questions, part_path, is_first))

struct AdaptView {
  std::string place;
  std::string adapt_unit;
};
BOOST_DESCRIBE_STRUCT(AdaptView, (), (place, adapt_unit))

struct FormatView {
  static constexpr std::string_view view = "plan/format";
  std::string kind;
  std::string name;
  std::string of;
  std::string state;
  std::string path;
  std::string problem;
  bool may_change = false;
  bool is_draft = false;
  std::vector<PartLine> parts;
  bool has_places = false;
  std::vector<AdaptView> places;  // that can adapt it for themselves
};
BOOST_DESCRIBE_STRUCT(FormatView, (),
                      (kind, name, of, state, path, problem, may_change, is_draft, parts, has_places, places))

Format format_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) { return find_format(reading, visit.id<FormatId>()).value(); });
}

int position_in_path(Visit const& visit) {
  auto const& text = visit.params.find("position")->second;
  int position = 0;
  std::from_chars(text.data(), text.data() + text.size(), position);
  return position;
}

PartLine line_of(Part const& part, std::string const& path, bool changeable, i18n::Words const& tr) {
  return {.title = part.title,
          .holds = words_for(part.holds, tr),
          .has_questions = !part.questions.empty(),
          .questions = base::lines(part.questions),
          .part_path = changeable ? path + "/delen/" + std::to_string(part.position) : "",
          .is_first = part.position == 1};
}

std::string state_of(Format const& format, bool draft, i18n::Words const& tr) {
  if (!draft) return tr("Versie {}", format.published);
  return tr("Concept van versie {}. Plannen houden de versie waarop zij gemaakt zijn, tot iemand ze overbrengt.",
            *format.draft);
}

/// Places of the viewer that could have a form of this of their own.
std::vector<AdaptView> places_to_adapt(Visit const& visit, Format const& format) {
  std::vector<AdaptView> places;
  if (format.published == 0) return places;
  for (auto const& place : visit.places) {
    bool const leads = place.role == access::Role::leader || place.role == access::Role::facilitator;
    if (leads && place.unit != format.unit.text()) places.push_back({place.name, place.unit});
  }
  return places;
}

Response shown(Visit& visit, std::string const& problem = {}) {
  auto const& tr = visit.tr;
  auto const format = format_asked_for(visit);
  bool const may_change = visit.viewer.may(Action::change, Matter::format);
  bool const draft = format.draft && (may_change || format.published == 0);
  FormatView view{.kind = words_for(format.kind, tr),
                  .name = format.name,
                  .state = state_of(format, draft, tr),
                  .path = path_of(format.id),
                  .problem = problem,
                  .may_change = may_change,
                  .is_draft = draft && may_change,
                  .places = places_to_adapt(visit, format)};
  visit.read([&](db::Reading& reading) {
    view.of = name_of(unit_names(reading, {format.unit}), format.unit);
    for (auto const& part : parts_of(reading, format, draft ? *format.draft : format.published))
      view.parts.push_back(line_of(part, view.path, view.is_draft, tr));
  });
  view.has_places = !view.places.empty();
  return visit.page({.title = format.name,
                     .crumbs = {{tr("Formats"), "/plannen/formats"}},
                     .holds = {Matter::format},
                     .content = visit.render(view)},
                    problem.empty() ? 200 : 422);
}

html::FormBuilder part_form(i18n::Words const& tr, std::string const& heading, std::string const& action,
                            FormatId const& format) {
  std::vector<html::Option> kinds;
  base::each_enumerator<Holds>(
      [&](Holds holds) { kinds.push_back({std::string(base::name_of(holds)), words_for(holds, tr)}); });
  html::FormBuilder form(tr, heading, action, tr("Bewaar"));
  form.text("title", tr("Titel"))
      .optional_area("questions", tr("Vragen die op weg helpen"), tr("Eén per regel."))
      .choice("holds", tr("Wat komt hier te staan?"), kinds)
      .cancel(path_of(format));
  return form;
}

Response part_page(Visit& visit, Format const& format, html::FormBuilder const& form) {
  return visit.form_page(form.build(), {{format.name, path_of(format.id)}}, {Matter::format});
}

/// Does one thing and shows the format, with why not when it could not be done.
template <class Act>
Response done(Visit& visit, std::string const& said, Act const& act) {
  auto const did = visit.write([&](db::Transaction& tx) { return act(tx, visit.id<FormatId>()); });
  if (!did) return shown(visit, objection_to(did.error(), visit.tr).message);
  return visit.see_other(path_of(visit.id<FormatId>()), said);
}

std::optional<Part> part_in_path(Visit& visit, Format const& format) {
  return visit.read([&](db::Reading& reading) -> std::optional<Part> {
    for (auto const& part : parts_of(reading, format, format.draft.value_or(format.published))) {
      if (part.position == position_in_path(visit)) return part;
    }
    return std::nullopt;
  });
}

html::FormBuilder change_form(Visit const& visit, Format const& format, Part const& part) {
  auto form = part_form(visit.tr, visit.tr("Onderdeel wijzigen"),
                        path_of(format.id) + "/delen/" + std::to_string(part.position) + "/wijzigen", format.id);
  form.start(PartDraft{part.title, part.questions, part.holds});
  return form;
}

}  // namespace

Response show_formats(Visit& visit) {
  FormatsView view{.board = visit.board_name};
  visit.read([&](db::Reading& reading) {
    auto const formats = formats_of(reading, visit.viewer.board);
    auto const units = unit_names(reading, base::collected(formats, &Format::unit));
    view.formats = base::collected(formats, [&](Format const& one) {
      auto const version = one.published == 0 ? visit.tr("concept") : visit.tr("versie {}", one.published);
      return FormatLine{one.name, path_of(one.id), name_of(units, one.unit) + ", " + version};
    });
  });
  view.has_formats = !view.formats.empty();
  return visit.page(
      {.title = visit.tr("Formats van plannen"), .holds = {Matter::format}, .content = visit.render(view)});
}

Response show_format(Visit& visit) { return shown(visit); }

Response post_adapt(Visit& visit) {
  auto const format = format_asked_for(visit);
  auto const unit = UnitId::parse(visit.form.value("unit").value_or(""));
  for (auto const& place : places_to_adapt(visit, format)) {
    if (!unit || place.adapt_unit != unit->text()) continue;
    auto const adapted = visit.write([&](db::Transaction& tx) { return adapt(tx, visit.actor(), format.id, *unit); });
    if (!adapted) return shown(visit, objection_to(adapted.error(), visit.tr).message);
    return visit.see_other(
        path_of(*adapted),
        visit.tr("Dit is uw eigen concept. Na het vaststellen begint {} er plannen mee.", place.place));
  }
  return shown(visit, visit.tr("Kies voor welke school, welk team of netwerk u het format aanpast."));
}

Response post_format_version(Visit& visit) {
  return done(visit, visit.tr("De volgende versie is begonnen als kopie van deze."),
              [&](db::Transaction& tx, FormatId const& format) { return begin_version(tx, visit.actor(), format); });
}

Response post_format_publish(Visit& visit) {
  return done(visit, visit.tr("Vastgesteld. Nieuwe plannen beginnen hiermee; lopende houden hun versie."),
              [&](db::Transaction& tx, FormatId const& format) { return publish_version(tx, visit.actor(), format); });
}

Response post_part_raise(Visit& visit) {
  return done(visit, "", [&](db::Transaction& tx, FormatId const& format) {
    return raise_part(tx, visit.actor(), format, position_in_path(visit));
  });
}

Response post_part_remove(Visit& visit) {
  return done(visit, visit.tr("Het onderdeel is weg uit het concept. In plannen blijft staan wat er stond."),
              [&](db::Transaction& tx, FormatId const& format) {
                return remove_part(tx, visit.actor(), format, position_in_path(visit));
              });
}

Response show_part_new(Visit& visit) {
  auto const format = format_asked_for(visit);
  return part_page(visit, format,
                   part_form(visit.tr, visit.tr("Onderdeel toevoegen"), path_of(format.id) + "/delen", format.id));
}

Response post_part(Visit& visit) {
  auto const format = format_asked_for(visit);
  auto const filled = visit.read_form<PartDraft>();
  auto form = part_form(visit.tr, visit.tr("Onderdeel toevoegen"), path_of(format.id) + "/delen", format.id);
  if (!filled) return part_page(visit, format, form.filled(filled));
  auto const added = visit.write([&](db::Transaction& tx) { return add_part(tx, visit.actor(), format.id, *filled); });
  if (!added) return part_page(visit, format, form.filled(filled, objection_to(added.error(), visit.tr)));
  return visit.see_other(path_of(format.id), visit.tr("Het onderdeel staat erbij."));
}

Response show_part_change(Visit& visit) {
  auto const format = format_asked_for(visit);
  auto const part = part_in_path(visit, format);
  if (!part) return shown(visit, objection_to(FormatRefusal::part_unknown, visit.tr).message);
  return part_page(visit, format, change_form(visit, format, *part));
}

Response post_part_change(Visit& visit) {
  auto const format = format_asked_for(visit);
  auto const part = part_in_path(visit, format);
  if (!part) return shown(visit, objection_to(FormatRefusal::part_unknown, visit.tr).message);
  auto const filled = visit.read_form<PartDraft>();
  auto form = change_form(visit, format, *part);
  if (!filled || form.is_stale(visit.form)) return part_page(visit, format, form.filled(filled));
  auto const changed = visit.write(
      [&](db::Transaction& tx) { return change_part(tx, visit.actor(), format.id, part->position, *filled); });
  if (!changed) return part_page(visit, format, form.filled(filled, objection_to(changed.error(), visit.tr)));
  return visit.see_other(path_of(format.id), visit.tr("Bewaard."));
}

}  // namespace lenig::plan::pages
