#pragma once

#include <optional>

#include "platform/access/viewer.hpp"
#include "platform/document/document.hpp"

namespace lenig::document {

/// How a document stands: being made, made, or why not (Fault).
enum class State { waiting, made, missing, too_long, too_large, broken };
BOOST_DESCRIBE_ENUM(State, waiting, made, missing, too_long, too_large, broken)

struct Document {
  DocumentId id;
  std::string title;
  Format format = Format::pdf;
  State state = State::waiting;
  int progress = 0;  // percent
  base::Instant ordered_at;
};
BOOST_DESCRIBE_STRUCT(Document, (), (id, title, format, state, progress, ordered_at))

// Each is for who ordered it, at the board where they did, within its day; nothing for anybody else.

std::optional<Document> find(db::Reading& reading, base::Actor const& actor, DocumentId const& id);
/// The bytes of one that was made.
std::optional<std::string> content_of(db::Reading& reading, base::Actor const& actor, DocumentId const& id);
/// Orders one that failed anew; gives whether it had.
bool make_again(db::Transaction& tx, base::Actor const& actor, DocumentId const& id);

/// How the viewer stands to a document: it is theirs, or it is not there.
std::optional<access::Relations> relations_to_document(db::Reading& reading, access::Viewer const& viewer,
                                                       std::string const& id);

/// The name of the file: `tussenrapportage-voorjaar-2004.pdf`. Letters of ASCII, digits and hyphens only.
std::string file_name(std::string const& title, Format format);

}  // namespace lenig::document
