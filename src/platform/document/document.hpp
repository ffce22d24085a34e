#pragma once

#include <optional>
#include <string>

#include "platform/base/actor.hpp"
#include "platform/base/id.hpp"
#include "platform/db/database.hpp"
#include "platform/document/manuscript.hpp"

namespace lenig::document {

using DocumentId = base::Id<struct DocumentTag>;

enum class Format { pdf, docx };
BOOST_DESCRIBE_ENUM(Format, pdf, docx)

/// Orders a document of what a page says, for the actor alone; a job makes it after the commit. Lead there with
/// `visit.see_other(document::path_of(order(…)))`: that page shows how far it is, gives the file, says what to do when
/// it failed. A day later it is removed, with what it was made of. Who has `most_kept` of them loses the oldest.
///
///     auto const document = visit.write([&](db::Transaction& tx) {
///       return document::order(tx, visit.actor(),
///                              {.title = "Tussenrapportage", .blocks = {heading(1, "Opbrengst"), paragraph("…")}},
///                              document::Format::pdf);
///     });
DocumentId order(db::Transaction& tx, base::Actor const& actor, Manuscript const& manuscript, Format format);

constexpr int most_kept = 20;
constexpr std::chrono::hours kept{24};

/// The page of a document: `/document/…`.
std::string path_of(DocumentId const& document);

}  // namespace lenig::document
