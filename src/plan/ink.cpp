#include "plan/ink.hpp"

namespace lenig::plan {

namespace {

vault::Owner key_owner(Owner const& owner) {
  if (owner.kind() == OwnerKind::person) return {vault::OwnerKind::person, owner.person.text()};
  return {vault::OwnerKind::group, owner.peer_group.text()};
}

}  // namespace

OwnerKind Owner::kind() const {
  if (!person.empty()) return OwnerKind::person;
  return peer_group.empty() ? OwnerKind::unit : OwnerKind::peer_group;
}

BoardId board_of(db::Reading& reading, Owner const& owner, base::Actor const& actor) {
  if (owner.kind() != OwnerKind::unit) return actor.board;
  auto const units = organisation::units_by_ids(reading, {owner.unit});
  return units.empty() ? actor.board : units.front().board;
}

Ink::Ink(vault::Vault& keys, Owner const& owner)
    : keys_(owner.kind() == OwnerKind::unit ? nullptr : &keys), owner_(key_owner(owner)) {}

std::string Ink::sealed(std::string const& text) const {
  return keys_ == nullptr || text.empty() ? text : keys_->seal(owner_, text);
}

std::vector<std::string> Ink::opened(std::vector<std::string> const& texts) const {
  if (keys_ == nullptr) return texts;
  std::vector<std::string> sealed;
  for (auto const& text : texts) {
    if (!text.empty()) sealed.push_back(text);
  }
  if (sealed.empty()) return texts;
  auto const all = keys_->open_all(owner_, sealed);
  std::vector<std::string> opened;
  opened.reserve(texts.size());
  std::size_t at = 0;
  for (auto const& text : texts) opened.push_back(text.empty() ? "" : all[at++].value_or(""));
  return opened;
}

std::string Ink::opened(std::string const& text) const { return opened(std::vector{text}).front(); }

}  // namespace lenig::plan
