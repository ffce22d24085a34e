#include "platform/api/openapi.hpp"

#include "platform/api/problem.hpp"

namespace lenig::api {

namespace {

using boost::json::array;
using boost::json::object;

object reference(std::string const& kind, std::string const& name) {
  return {{"$ref", "#/components/" + kind + "/" + name}};
}

object version_header() { return {{"API-Version", reference("headers", "ApiVersion")}}; }

object list_schema(std::string const& item) {
  return {{"type", "object"},
          {"properties", object{{"items", object{{"type", "array"}, {"items", reference("schemas", item)}}},
                                {"next", object{{"type", array{"string", "null"}},
                                                {"format", "uri-reference"},
                                                {"description", "Where the list goes on; null at its end."}}}}},
          {"required", array{"items", "next"}}};
}

object path_of(Resource const& resource) {
  object const json{{"application/json", object{{"schema", list_schema(resource.schema_name)}}}};
  object const found{{"description", resource.summary},
                     {"headers", version_header()},
                     {"content", object{{"application/json", json.at("application/json")}}}};
  object responses{{"200", found}};
  for (auto const* status : {"400", "401", "403", "503"}) responses[status] = reference("responses", "Problem");
  object const get{{"operationId", "list-" + resource.name},
                   {"summary", resource.summary},
                   {"description", resource.summary},
                   {"tags", array{resource.name}},
                   {"parameters", array{reference("parameters", "Limit"), reference("parameters", "Cursor")}},
                   {"responses", responses}};
  return {{"get", get}};
}

object parameters() {
  object const limit{
      {"name", "limit"},
      {"in", "query"},
      {"description", "How many items at most."},
      {"schema", object{{"type", "integer"}, {"minimum", 1}, {"maximum", most_items}, {"default", Asked().limit}}}};
  object const cursor{{"name", "cursor"},
                      {"in", "query"},
                      {"description", "Where to go on, as `next` of the part before has it."},
                      {"schema", object{{"type", "string"}}}};
  return {{"Limit", limit}, {"Cursor", cursor}};
}

object problem_schema() {
  object const text{{"type", "string"}};
  return {{"type", "object"},
          {"properties", object{{"type", text},
                                {"title", text},
                                {"status", object{{"type", "integer"}}},
                                {"detail", text},
                                {"instance", text}}},
          {"required", array{"type", "title", "status", "detail"}}};
}

object components(std::span<Resource const> resources) {
  object schemas{{"Problem", problem_schema()}};
  for (auto const& one : resources) schemas[one.schema_name] = one.schema;
  object const problem{
      {"description", "What is wrong, and what to do."},
      {"headers", version_header()},
      {"content", object{{"application/problem+json", object{{"schema", reference("schemas", "Problem")}}}}}};
  object const header{{"description", "The whole version of the API."},
                      {"schema", object{{"type", "string"}, {"examples", array{version}}}}};
  return {{"schemas", schemas},
          {"parameters", parameters()},
          {"headers", object{{"ApiVersion", header}}},
          {"responses", object{{"Problem", problem}}},
          {"securitySchemes", object{{"token", object{{"type", "http"}, {"scheme", "bearer"}}}}}};
}

}  // namespace

object openapi(std::span<Resource const> resources, Publication const& publication) {
  object paths;
  array tags;
  for (auto const& one : resources) {
    paths["/" + one.name] = path_of(one);
    tags.push_back(object{{"name", one.name}, {"description", one.summary}});
  }
  object const contact{{"name", "Lenig"}, {"url", publication.address}, {"email", publication.contact}};
  return {{"openapi", "3.1.0"},
          {"info",
           object{{"title", "Lenig"},
                  {"version", version},
                  {"description", "Schools, people and programmes, as far as the holder of the token may see them."},
                  {"contact", contact}}},
          {"servers", array{object{{"url", publication.address + std::string(root)}}}},
          {"tags", tags},
          {"security", array{object{{"token", array{}}}}},
          {"paths", paths},
          {"components", components(resources)}};
}

}  // namespace lenig::api
