#include "programme/agreement.hpp"

#include <algorithm>

#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"
#include "platform/undo/undo.hpp"
#include "programme/queries.hpp"

namespace lenig::programme {

namespace {

constexpr std::size_t longest_agreement = 500;

db::Values key_of(Programme const& programme) { return {{"board", programme.board}, {"programme", programme.id}}; }

void set_done(db::Transaction& tx, Agreement const& agreement, std::optional<base::Date> done_on) {
  tx.run(sql::update_agreement_done, {{"board", agreement.board}, {"id", agreement.id}, {"done_on", done_on}});
}

}  // namespace

std::vector<Agreement> agreements_of(db::Reading& reading, Programme const& programme) {
  return reading.all<Agreement>(sql::agreements_of_programme, key_of(programme));
}

std::optional<Agreement> find_agreement(db::Reading& reading, AgreementId const& agreement) {
  return reading.one<Agreement>(sql::agreement_by_id, {{"agreement", agreement}});
}

Result<AgreementId, AgreementRefusal> agree(db::Transaction& tx, base::Actor const& actor, ProgrammeId const& programme,
                                            AgreementDraft const& draft) {
  auto const found = find_programme(tx, programme);
  if (!found) return std::unexpected(AgreementRefusal::not_found);
  if (draft.what.empty()) return std::unexpected(AgreementRefusal::what_missing);
  if (base::length(draft.what) > longest_agreement) return std::unexpected(AgreementRefusal::too_long);
  if (draft.due < actor.today) return std::unexpected(AgreementRefusal::due_passed);
  auto const owners = expected_at_talk(tx, *found, actor.today);
  if (std::ranges::find(owners, draft.person, &organisation::PersonSummary::id) == owners.end())
    return std::unexpected(AgreementRefusal::person_unknown);
  auto const id = AgreementId::make();
  tx.run(
      sql::insert_agreement,
      db::fields(draft, {{"board", found->board}, {"id", id}, {"programme", programme}, {"agreed_on", actor.today}}));
  audit::record(tx, actor, {.act = "agreement.made", .object = id.text(), .subject = draft.person});
  return id;
}

Result<std::string, AgreementRefusal> note_agreement_done(db::Transaction& tx, base::Actor const& actor,
                                                          AgreementId const& agreement) {
  auto const found = find_agreement(tx, agreement);
  if (!found) return std::unexpected(AgreementRefusal::not_found);
  if (found->done_on) return std::unexpected(AgreementRefusal::done_already);
  set_done(tx, *found, actor.today);
  audit::record(tx, actor, {.act = "agreement.done", .object = agreement.text()});
  return undo::offer(tx, actor, "programme.agreement_done", agreement.text());
}

bool undo_agreement_done(db::Transaction& tx, base::Actor const& actor, std::string const& payload) {
  auto const found = find_agreement(tx, AgreementId(payload));
  if (!found || !found->done_on) return false;
  set_done(tx, *found, std::nullopt);
  audit::record(tx, actor, {.act = "agreement.done_undone", .object = payload});
  return true;
}

void set_standing_item(db::Transaction& tx, base::Actor const& actor, Programme const& programme, bool standing) {
  auto values = key_of(programme);
  values.emplace_back("standing", standing);
  tx.run(sql::update_standing_item, values);
  audit::record(tx, actor,
                {.act = "programme.standing_item", .object = programme.id.text(), .detail = standing ? "yes" : "no"});
}

Dropped dropped_in(std::vector<Meeting> const& talks, bool standing, base::Date today) {
  Dropped dropped{.called_off = {}, .none_to_come = standing};
  for (auto const& talk : talks) {  // the first first
    if (talk.kind != MeetingKind::directors) continue;
    bool const called_off = talk.state == MeetingState::cancelled;
    dropped.called_off = called_off ? std::optional(talk) : std::nullopt;
    if (!called_off && talk.starts_at.date >= today) dropped.none_to_come = false;
  }
  return dropped;
}

}  // namespace lenig::programme
