#pragma once

#include "plan/format.hpp"
#include "platform/vault/vault.hpp"

namespace lenig::plan {

/// Whose something is: one of the three.
struct Owner {
  PersonId person;
  PeerGroupId peer_group;
  UnitId unit;

  OwnerKind kind() const;
  static Owner of(PersonId const& person) { return {.person = person}; }
  static Owner of(PeerGroupId const& group) { return {.peer_group = group}; }
  static Owner of(UnitId const& unit) { return {.unit = unit}; }
};

/// The board where what an owner writes is kept: that of the unit, or from where a person looks.
BoardId board_of(db::Reading& reading, Owner const& owner, base::Actor const& actor);

/// With what an owner writes: what persons and peer groups write is sealed with their key, what units write is open.
class Ink {
 public:
  Ink(vault::Vault& keys, Owner const& owner);

  std::string sealed(std::string const& text) const;
  /// Texts whose key was erased are empty.
  std::vector<std::string> opened(std::vector<std::string> const& texts) const;
  std::string opened(std::string const& text) const;

  /// Opens a member of each of many rows.
  template <class Row>
  void open(std::vector<Row>& rows, std::string Row::* member) const {
    std::vector<std::string> texts;
    texts.reserve(rows.size());
    for (auto const& row : rows) texts.push_back(row.*member);
    texts = opened(texts);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].*member = std::move(texts[i]);
  }

 private:
  vault::Vault* keys_;  // none where nothing is sealed
  vault::Owner owner_;
};

}  // namespace lenig::plan
