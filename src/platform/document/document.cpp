#include "platform/document/document.hpp"

#include "document/queries.hpp"
#include "platform/document/print.hpp"
#include "platform/document/works.hpp"
#include "platform/jobs/jobs.hpp"

namespace lenig::document {

DocumentId order(db::Transaction& tx, base::Actor const& actor, Manuscript const& manuscript, Format format) {
  auto const id = DocumentId::make();
  auto const now = base::Instant::now();
  tx.run(sql::insert_order, {{"board", actor.board},
                             {"id", id},
                             {"person", actor.person},
                             {"title", cleaned(manuscript).title},
                             {"format", format},
                             {"source", source_of(manuscript, format)},
                             {"now", now}});
  tx.run(sql::drop_oldest_orders, {{"board", actor.board}, {"person", actor.person}, {"most", most_kept}});
  ask_to_make(tx, {actor.board, id});
  ask_to_remove(tx, {actor.board, id}, now.plus(kept));
  return id;
}

std::string path_of(DocumentId const& document) { return "/document/" + document.text(); }

}  // namespace lenig::document
