#pragma once

#include <map>

#include "platform/vault/vault.hpp"
#include "programme/participation.hpp"

namespace lenig::app {

/// What the case of Oost-Groningen holds of looking back, reporting and handing on: the answers, quotes and words are
/// invented, the reports and who hands on to whom are the case's own.
struct HandingOn {
  db::Transaction* tx = nullptr;
  vault::Vault* keys = nullptr;
  base::BoardId board;
  base::PersonId office;  // who acts where the case doesn't say
  programme::ProgrammeId programme;
  std::map<std::string, programme::ParticipationId> ways;  // by the name of their unit
};

/// Loads it, each act on its own day.
void load_handing_on(HandingOn const& into);

}  // namespace lenig::app
