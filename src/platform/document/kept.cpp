#include "platform/document/kept.hpp"

#include <algorithm>

#include "document/queries.hpp"
#include "platform/base/base64.hpp"
#include "platform/base/text.hpp"
#include "platform/document/works.hpp"

namespace lenig::document {

namespace {

constexpr std::size_t longest_name = 80;

db::Values whose(base::Actor const& actor, DocumentId const& id) {
  return {{"board", actor.board}, {"id", id}, {"person", actor.person}, {"since", base::Instant::now().plus(-kept)}};
}

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::optional<Document> find(db::Reading& reading, base::Actor const& actor, DocumentId const& id) {
  return reading.one<Document>(sql::order_of_person, whose(actor, id));
}

std::optional<std::string> content_of(db::Reading& reading, base::Actor const& actor, DocumentId const& id) {
  auto const content = reading.one<std::string>(sql::content_of_person, whose(actor, id));
  return content ? base::from_base64(*content) : std::nullopt;
}

bool make_again(db::Transaction& tx, base::Actor const& actor, DocumentId const& id) {
  if (tx.run(sql::wait_again, whose(actor, id)) == 0) return false;
  ask_to_make(tx, {actor.board, id});
  return true;
}

std::optional<access::Relations> relations_to_document(db::Reading& reading, access::Viewer const& viewer,
                                                       std::string const& id) {
  if (!find(reading, {.person = viewer.person, .board = viewer.board}, DocumentId(id))) return std::nullopt;
  return access::Relations{access::Relation::self};
}

std::string file_name(std::string const& title, Format format) {
  std::string name;
  for (char const c : base::folded(title)) {
    if (is_plain(c)) name += c;
    if (!is_plain(c) && !name.empty() && name.back() != '-') name += '-';
    if (name.size() == longest_name) break;
  }
  while (name.ends_with('-')) name.pop_back();
  return (name.empty() ? "document" : name) + "." + std::string(base::name_of(format));
}

}  // namespace lenig::document
