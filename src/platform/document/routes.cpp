#include "platform/document/routes.hpp"

#include "platform/document/kept.hpp"
#include "platform/document/pages/pages.hpp"

namespace lenig::document {

using access::Access;
using enum access::Action;

void add_routes(access::Routes& routes) {
  routes.of(relations_to_document)
      .get("/document/{id}", Access::may(see, access::Matter::document), pages::show)
      .get("/document/{id}/bestand", Access::may(see, access::Matter::document), pages::give)
      .post("/document/{id}/opnieuw", Access::may(change, access::Matter::document), pages::try_again);
}

}  // namespace lenig::document
