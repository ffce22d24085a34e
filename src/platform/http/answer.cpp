#include "platform/http/answer.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <ctime>
#include <random>

#include "platform/http/characters.hpp"

namespace lenig::http {
namespace {

constexpr std::array<std::string_view, 8> own_headers{"connection", "content-length",    "date",    "keep-alive",
                                                      "trailer",    "transfer-encoding", "upgrade", "x-request-id"};

bool is_own(std::string_view name) {
  return std::ranges::any_of(own_headers, [&](std::string_view own) { return equals_ignoring_case(own, name); });
}

bool is_lawful(Response const& response) {
  bool const is_final = response.status >= 200 && response.status <= 599;
  return is_final && std::ranges::all_of(response.headers, [](auto const& header) {
           return is_token(header.first) && is_value(header.second) && !is_own(header.first);
         });
}

std::string_view reason(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    default: return "";  // RFC 9112, 4: a reader must not depend on it
  }
}

/// RFC 9110, 5.6.7. Written once a second per thread.
std::string_view date_now() {
  thread_local std::time_t written_at = 0;
  thread_local std::array<char, 32> written{};
  std::time_t const now = std::time(nullptr);
  if (now != written_at) {
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::strftime(written.data(), written.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    written_at = now;
  }
  return {written.data(), 29};
}

bool has_no_content(int status) { return status == 204 || status == 304; }

std::string_view content_of(Response const& response) {
  return response.built_in.empty() ? std::string_view{response.body} : response.built_in;
}

/// What is wrong and what to do: Dutch, then English.
struct Words {
  std::string_view dutch;
  std::string_view english;
};

Words words_for(int status) {
  switch (status) {
    case 405:
      return {"Dit kan hier niet. Gebruik de knoppen en links van de site.",
              "This is not possible here. Use the buttons and links of the site."};
    case 408:
      return {"Het verzoek kwam niet op tijd binnen. Controleer uw verbinding en probeer het opnieuw.",
              "The request did not arrive in time. Check your connection and try again."};
    case 413:
      return {"Wat u verstuurt is te groot. Maak het kleiner en verstuur het opnieuw.",
              "What you are sending is too large. Make it smaller and send it again."};
    case 417:
      return {"Uw programma verwacht iets wat hier niet kan. Probeer het met een gewone browser.",
              "Your program expects something that is not possible here. Try it with an ordinary browser."};
    case 431:
      return {"De kop van het verzoek is te groot. Verwijder de cookies van deze site en probeer het opnieuw.",
              "The header of the request is too large. Delete the cookies of this site and try again."};
    case 500:
      return {"Er ging bij ons iets mis. Probeer het later opnieuw; noem dit nummer als u om hulp vraagt.",
              "Something went wrong on our side. Try again later; mention this number when you ask for help."};
    case 503:
      return {"Het is nu te druk. Wacht even en probeer het opnieuw.",
              "It is too busy now. Wait a moment and try again."};
    default:
      return {"Dit verzoek is niet te lezen. Ga terug en probeer het opnieuw.",
              "This request cannot be read. Go back and try again."};
  }
}

}  // namespace

std::optional<std::string> answer_head(Response const& response, std::string_view request_id, Afterwards afterwards) {
  if (!is_lawful(response)) return std::nullopt;
  std::string head;
  head.reserve(512);
  head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ").append(reason(response.status));
  head.append("\r\nDate: ").append(date_now());
  for (auto const& [name, value] : response.headers) head.append("\r\n").append(name).append(": ").append(value);
  if (!has_no_content(response.status)) {
    head.append("\r\nContent-Length: ").append(std::to_string(content_of(response).size()));
  }
  head.append("\r\nX-Request-Id: ").append(request_id);
  head.append(afterwards == Afterwards::keep ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\nConnection: close\r\n\r\n");
  return head;
}

std::string_view answer_content(Response const& response, Method method) {
  if (method == Method::head || has_no_content(response.status)) return {};
  return content_of(response);
}

Response own_answer(int status, std::string_view request_id) {
  auto const [dutch, english] = words_for(status);
  Response response;
  response.status = status;
  response.with("Content-Type", "text/plain; charset=utf-8").with("Cache-Control", "no-store");
  if (status == 405) response.with("Allow", "GET, HEAD, POST");
  if (status == 503) response.with("Retry-After", "1");
  response.body.append(dutch).append("\n").append(english).append("\n").append(request_id).append("\n");
  return response;
}

std::string new_request_id() {
  constexpr std::string_view hexadecimal_digits = "0123456789abcdef";
  thread_local std::mt19937_64 generator = [] {
    std::random_device device;
    std::seed_seq seed{device(), device(), device(), device(), device(), device(), device(), device()};
    return std::mt19937_64{seed};
  }();
  std::uint64_t const value = generator();
  std::string id(16, '0');
  for (std::size_t at = 0; at < id.size(); ++at) id[at] = hexadecimal_digits[(value >> (4 * at)) & 0xfU];
  return id;
}

}  // namespace lenig::http
