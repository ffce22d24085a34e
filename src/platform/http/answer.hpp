#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/http/http.hpp"

namespace lenig::http {

enum class Afterwards { keep, close };

/// The status line and headers of an answer, with those that are the server's own: Date, Content-Length, Connection
/// and X-Request-Id. Nothing when the response is no lawful one: a status that is not final, a header of the server's
/// own, a name or a value that would break the block.
std::optional<std::string> answer_head(Response const& response, std::string_view request_id, Afterwards afterwards);

/// The bytes that follow the head: none for HEAD, 204 and 304.
std::string_view answer_content(Response const& response, Method method);

/// What the server itself says when it cannot or will not ask the handler: in two languages, with the id.
Response own_answer(int status, std::string_view request_id);

/// Sixteen random hexadecimal digits; for finding a request in the log, not for guarding anything.
std::string new_request_id();

}  // namespace lenig::http
