#pragma once

#include "platform/document/converter.hpp"
#include "platform/jobs/jobs.hpp"

namespace lenig::document {

/// Which document a job is about.
struct Ordered {
  base::BoardId board;
  DocumentId id;
};

void ask_to_make(db::Transaction& tx, Ordered const& ordered);
void ask_to_remove(db::Transaction& tx, Ordered const& ordered, base::Instant when);

/// The jobs: making a document, and removing it when its day is over.
jobs::Works works(Converter const& converter);

}  // namespace lenig::document
