#include "plan/wording.hpp"

#include <algorithm>
#include <map>

#include "plan/queries.hpp"
#include "platform/audit/audit.hpp"
#include "platform/base/text.hpp"

namespace lenig::plan {

namespace {

constexpr std::chrono::minutes one_sitting{10};

std::optional<WordingRefusal> refusal(db::Reading& reading, Plan const& plan, std::string const& slot,
                                      std::vector<Wording> const& now) {
  if (plan.closed_on) return WordingRefusal::closed;
  if (plan.adopted_on) return WordingRefusal::adopted;
  if (std::ranges::find(now, slot, &Wording::slot) != now.end()) return std::nullopt;
  auto const parts = parts_of(reading, find_format(reading, plan.format).value(), plan.version);
  bool const known = std::ranges::find(parts, slot, &Part::slot) != parts.end();
  return known ? std::nullopt : std::optional(WordingRefusal::part_unknown);
}

db::Values values_of(Plan const& plan, Wording const& wording, std::string const& sealed) {
  return {{"board", plan.board},
          {"plan", plan.id},
          {"slot", wording.slot},
          {"revision", wording.revision},
          {"words", sealed},
          {"person", wording.person},
          {"written_at", wording.written_at}};
}

/// In the place of what the same person wrote in this sitting, or after what stood there.
void keep(db::Transaction& tx, Plan const& plan, std::optional<Wording> const& before, Wording next,
          std::string const& sealed) {
  bool const same_sitting =
      before && before->person == next.person && next.written_at < before->written_at.plus(one_sitting);
  next.revision = before ? before->revision + (same_sitting ? 0 : 1) : 1;
  if (same_sitting) {
    tx.run(sql::update_wording, values_of(plan, next, sealed));
    return;
  }
  tx.run(sql::pass_wordings, {{"board", plan.board}, {"plan", plan.id}, {"slot", next.slot}});
  tx.run(sql::insert_wording, values_of(plan, next, sealed));
}

}  // namespace

std::vector<Wording> wordings_of(db::Reading& reading, vault::Vault& keys, Plan const& plan) {
  auto all = reading.all<Wording>(sql::wordings_of_plan, {{"board", plan.board}, {"plan", plan.id}});
  Ink(keys, plan.owner()).open(all, &Wording::words);
  return all;
}

Result<Saved, WordingRefusal> write_words(db::Transaction& tx, vault::Vault& keys, base::Actor const& actor,
                                          PlanId const& id, std::string const& slot, WordingDraft const& draft,
                                          base::Instant now) {
  auto const plan = find_plan(tx, id);
  if (!plan) return std::unexpected(WordingRefusal::not_found);
  touch(tx, *plan);  // whoever writes in the same plan waits here, and then sees what was saved
  auto const standing = wordings_of(tx, keys, *plan);
  if (auto const why = refusal(tx, *plan, slot, standing)) return std::unexpected(*why);
  auto const at = std::ranges::find(standing, slot, &Wording::slot);
  auto const before = at == standing.end() ? std::nullopt : std::optional(*at);
  auto const theirs = before ? before->words : std::string();
  auto const all = theirs == draft.was ? Merged{draft.words} : merged(draft.was, draft.words, theirs);
  if (base::length(all.text) > longest_wording) return std::unexpected(WordingRefusal::too_long);
  if (all.text != theirs) {
    keep(tx, *plan, before, {.slot = slot, .words = all.text, .person = actor.person, .written_at = now},
         Ink(keys, plan->owner()).sealed(all.text));
    bool const same_sitting = before && before->person == actor.person && now < before->written_at.plus(one_sitting);
    if (!same_sitting) audit::record(tx, actor, {.act = "plan.written", .object = id.text()});
  }
  return Saved{all.text, all.text != draft.words, all.at_the_same_words};
}

std::vector<Revision> history_of(db::Reading& reading, vault::Vault& keys, Plan const& plan, int most) {
  auto all = reading.all<Wording>(sql::wordings_of_plan_before,
                                  {{"board", plan.board}, {"plan", plan.id}, {"most", most + 1}});
  Ink(keys, plan.owner()).open(all, &Wording::words);
  std::vector<Revision> revisions;
  for (auto one = all.begin(); one != all.end() && revisions.size() < static_cast<std::size_t>(most); ++one) {
    auto const before =
        std::find_if(std::next(one), all.end(), [&](auto const& other) { return other.slot == one->slot; });
    revisions.push_back({one->slot, one->person, one->written_at,
                         differences(before == all.end() ? std::string() : before->words, one->words)});
  }
  return revisions;
}

}  // namespace lenig::plan
