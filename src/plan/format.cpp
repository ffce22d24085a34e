#include "plan/format.hpp"

#include <algorithm>

#include "plan/queries.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"

namespace lenig::plan {

namespace {

constexpr std::size_t longest_title = 100;
constexpr std::size_t longest_questions = 1000;

std::optional<FormatRefusal> refusal(PartDraft const& draft) {
  if (draft.title.empty()) return FormatRefusal::title_missing;
  if (base::length(draft.title) > longest_title || base::length(draft.questions) > longest_questions)
    return FormatRefusal::too_long;
  return std::nullopt;
}

void insert_parts(db::Transaction& tx, Format const& format, int version, std::vector<Part> const& parts) {
  for (auto const& part : parts)
    tx.run(sql::insert_format_part,
           db::fields(part, {{"board", format.board}, {"format", format.id}, {"version", version}}));
}

void insert_version(db::Transaction& tx, Format const& format, int version, std::optional<base::Date> published_on) {
  tx.run(sql::insert_format_version,
         {{"board", format.board}, {"format", format.id}, {"version", version}, {"published_on", published_on}});
}

FormatId insert(db::Transaction& tx, base::Date today, BoardId const& board, UnitId const& unit, PlanKind kind,
                std::string const& name) {
  auto const id = FormatId::make();
  tx.run(sql::insert_format,
         {{"board", board}, {"id", id}, {"unit", unit}, {"kind", kind}, {"name", name}, {"made_on", today}});
  return id;
}

/// The draft with its parts, for who changes them.
struct Draft {
  Format format;
  std::vector<Part> parts;
};

Result<Draft, FormatRefusal> draft_of(db::Transaction& tx, FormatId const& format) {
  auto const found = find_format(tx, format);
  if (!found) return std::unexpected(FormatRefusal::not_found);
  if (!found->draft) return std::unexpected(FormatRefusal::no_draft);
  return Draft{*found, parts_of(tx, *found, *found->draft)};
}

/// Writes the parts in this order.
int rewrite(db::Transaction& tx, base::Actor const& actor, Draft& draft) {
  tx.run(sql::delete_format_parts,
         {{"board", draft.format.board}, {"format", draft.format.id}, {"version", *draft.format.draft}});
  int position = 0;
  for (auto& part : draft.parts) part.position = ++position;
  insert_parts(tx, draft.format, *draft.format.draft, draft.parts);
  audit::record(tx, actor, {.act = "format.changed", .object = draft.format.id.text()});
  return position;
}

}  // namespace

std::string path_of(FormatId const& format) { return "/plannen/format/" + format.text(); }

std::optional<Format> find_format(db::Reading& reading, FormatId const& format) {
  return reading.one<Format>(sql::format_by_id, {{"format", format}});
}

std::vector<Format> formats_of(db::Reading& reading, BoardId const& board) {
  return reading.all<Format>(sql::formats_of_board, {{"board", board}});
}

std::vector<Part> parts_of(db::Reading& reading, Format const& format, int version) {
  return reading.all<Part>(sql::parts_of_version,
                           {{"board", format.board}, {"format", format.id}, {"version", version}});
}

Format format_for(db::Transaction& tx, base::Actor const& actor, BoardId const& board, UnitId const& unit,
                  PlanKind kind) {
  for (auto const& place : {unit, UnitId(board.text())}) {
    auto const found = tx.one<Format>(sql::format_of_unit, {{"board", board}, {"unit", place}, {"kind", kind}});
    if (found && found->published > 0) return *found;
  }
  auto const made = ready(kind);
  auto const id = insert(tx, actor.today, board, UnitId(board.text()), kind, made.name);
  Format const format{board, id, UnitId(board.text()), kind, made.name, 1, std::nullopt};
  insert_version(tx, format, 1, actor.today);
  insert_parts(tx, format, 1, made.parts);
  audit::record(tx, actor, {.act = "format.made", .object = id.text()});
  return format;
}

Result<FormatId, FormatRefusal> adapt(db::Transaction& tx, base::Actor const& actor, FormatId const& format,
                                      UnitId const& unit) {
  auto const from = find_format(tx, format);
  if (!from || from->published == 0) return std::unexpected(FormatRefusal::not_found);
  auto const own = tx.one<Format>(sql::format_of_unit, {{"board", from->board}, {"unit", unit}, {"kind", from->kind}});
  if (own) return own->id;
  auto const id = insert(tx, actor.today, from->board, unit, from->kind, from->name);
  Format const made{from->board, id, unit, from->kind, from->name, 0, 1};
  insert_version(tx, made, 1, std::nullopt);
  insert_parts(tx, made, 1, parts_of(tx, *from, from->published));
  audit::record(tx, actor, {.act = "format.adapted", .object = id.text()});
  return id;
}

Result<int, FormatRefusal> begin_version(db::Transaction& tx, base::Actor const& actor, FormatId const& format) {
  auto const found = find_format(tx, format);
  if (!found) return std::unexpected(FormatRefusal::not_found);
  if (found->draft) return std::unexpected(FormatRefusal::draft_exists);
  int const version = found->published + 1;
  insert_version(tx, *found, version, std::nullopt);
  insert_parts(tx, *found, version, parts_of(tx, *found, found->published));
  audit::record(tx, actor, {.act = "format.version_begun", .object = format.text(), .detail = std::to_string(version)});
  return version;
}

Result<int, FormatRefusal> publish_version(db::Transaction& tx, base::Actor const& actor, FormatId const& format) {
  auto const draft = draft_of(tx, format);
  if (!draft) return std::unexpected(draft.error());
  if (draft->parts.empty()) return std::unexpected(FormatRefusal::nothing_in_it);
  int const version = *draft->format.draft;
  tx.run(sql::publish_format,
         {{"board", draft->format.board}, {"format", format}, {"version", version}, {"published_on", actor.today}});
  audit::record(tx, actor, {.act = "format.published", .object = format.text(), .detail = std::to_string(version)});
  return version;
}

Result<int, FormatRefusal> add_part(db::Transaction& tx, base::Actor const& actor, FormatId const& format,
                                    PartDraft const& part) {
  auto draft = draft_of(tx, format);
  if (!draft) return std::unexpected(draft.error());
  if (auto const why = refusal(part)) return std::unexpected(*why);
  draft->parts.push_back({0, base::Id<struct SlotTag>::make().text(), part.title, part.questions, part.holds});
  return rewrite(tx, actor, *draft);
}

Result<int, FormatRefusal> change_part(db::Transaction& tx, base::Actor const& actor, FormatId const& format,
                                       int position, PartDraft const& part) {
  auto draft = draft_of(tx, format);
  if (!draft) return std::unexpected(draft.error());
  if (auto const why = refusal(part)) return std::unexpected(*why);
  auto const at = std::ranges::find(draft->parts, position, &Part::position);
  if (at == draft->parts.end()) return std::unexpected(FormatRefusal::part_unknown);
  at->title = part.title;
  at->questions = part.questions;
  at->holds = part.holds;
  return rewrite(tx, actor, *draft);
}

Result<int, FormatRefusal> raise_part(db::Transaction& tx, base::Actor const& actor, FormatId const& format,
                                      int position) {
  auto draft = draft_of(tx, format);
  if (!draft) return std::unexpected(draft.error());
  auto const at = std::ranges::find(draft->parts, position, &Part::position);
  if (at == draft->parts.end() || at == draft->parts.begin()) return std::unexpected(FormatRefusal::part_unknown);
  std::iter_swap(at, std::prev(at));
  return rewrite(tx, actor, *draft);
}

Result<int, FormatRefusal> remove_part(db::Transaction& tx, base::Actor const& actor, FormatId const& format,
                                       int position) {
  auto draft = draft_of(tx, format);
  if (!draft) return std::unexpected(draft.error());
  auto const at = std::ranges::find(draft->parts, position, &Part::position);
  if (at == draft->parts.end()) return std::unexpected(FormatRefusal::part_unknown);
  draft->parts.erase(at);
  return rewrite(tx, actor, *draft);
}

std::string words_for(PlanKind kind, i18n::Words const& tr) {
  switch (kind) {
    case PlanKind::roadmap: return tr("Roadmap strategisch HRM");
    case PlanKind::action_plan: return tr("Persoonlijk actieplan");
    case PlanKind::development_plan: return tr("Persoonlijk ontwikkelingsplan (POP)");
    case PlanKind::group_plan: return tr("Groepsontwikkelingsplan");
    case PlanKind::school_plan: return tr("Schoolontwikkelingsplan");
    case PlanKind::work_plan: return tr("Werkplan");
    case PlanKind::approach: return tr("Plan van aanpak");
  }
  return {};
}

std::string words_for(Holds holds, i18n::Words const& tr) {
  switch (holds) {
    case Holds::words: return tr("Eigen woorden");
    case Holds::goals: return tr("Doelen");
    case Holds::indicators: return tr("Piketpaaltjes");
    case Holds::conditions: return tr("Voorwaarden");
    case Holds::changes: return tr("Zichtbare veranderingen");
    case Holds::actions: return tr("Acties");
  }
  return {};
}

}  // namespace lenig::plan
