#pragma once

#include <set>
#include <string>
#include <vector>

// Requests that two readers in a row could read differently: the ways to smuggle one request in another, made from
// families (which byte, which header, which spelling) so that none of a family is forgotten.

namespace lenig::http {

class Corpus {
 public:
  /// Every one is to be refused with 400, answered once, and what stands behind it never read as a request.
  static std::vector<std::string> smuggling() {
    Corpus corpus;
    corpus.add_request_lines();
    corpus.add_targets();
    corpus.add_header_names();
    corpus.add_header_values();
    corpus.add_hosts();
    corpus.add_lengths();
    corpus.add_codings();
    corpus.add_folding_and_line_ends();
    corpus.add_chunks();
    return {corpus.all_.begin(), corpus.all_.end()};
  }

 private:
  static std::string with(std::string const& headers, std::string const& body = "") {
    return "POST / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n\r\n" + body;
  }
  void line(std::string const& line) { all_.insert(line + "\r\nHost: a\r\n\r\n"); }
  void target(std::string const& target) { line("GET " + target + " HTTP/1.1"); }

  void add_request_lines() {
    for (auto const* text : {"GET",
                             "GET /",
                             "GET  / HTTP/1.1",
                             "GET /  HTTP/1.1",
                             " GET / HTTP/1.1",
                             "GET / HTTP/1.1 ",
                             "GET\t/ HTTP/1.1",
                             "GET /\tHTTP/1.1",
                             "GET / HTTP/1.2",
                             "GET / HTTP/2.0",
                             "GET / HTTP/3",
                             "GET / HTTP/0.9",
                             "GET / http/1.1",
                             "GET / HTTP/01.1",
                             "GET / HTTP/1.01",
                             "GET / HTTP/11",
                             "GET / HTTP/-1.1",
                             "GET / HTTPS/1.1",
                             "GET / HTTP 1.1",
                             "GET / / HTTP/1.1",
                             "/ HTTP/1.1",
                             "GET HTTP/1.1",
                             "GET /a b HTTP/1.1",
                             "GET / HTTP/1.1 HTTP/1.1",
                             "GE\vT / HTTP/1.1",
                             ""})
      line(text);
    for (char const byte : std::string("(),/:;<=>?@[\\]{}\"\x01\x08\x0b\x0c\x1f\x7f") + '\0')
      line(std::string("G") + byte + "T / HTTP/1.1");
  }

  void add_targets() {
    for (auto const* text :
         {"*",          "a",           "http://a/", "https://a/",    "a:443",    "?a",      "#",
          "/#a",        "/%",          "/%4",       "/%zz",          "/%4g",     "/%00",    "/%0",
          "/?%",        "/?a=%g0",     "/?a=%00",   "/..",           "/.",       "/a/..",   "/a/../b",
          "/a/./b",     "/%2e%2e",     "/%2E%2E/a", "/.%2e/a",       "/a/%2e/b", "//",      "//a",
          "/a//b",      "/a//",        "/a\\b",     "/a%5cb",        "/a%5Cb",   "/a%2fb",  "/a%2Fb",
          "/%2f",       "/%0d%0aX: a", "/%0a",      "/%7f",          "/%c0%af",  "/%c0%80", "/%e0%80%af",
          "/%ed%a0%80", "/%ff",        "/%c3",      "/%f4%90%80%80", "/%c2%85"})
      target(text);
    for (int byte = 1; byte < 0x20; ++byte) {
      if (byte != '\n') target(std::string("/a") + static_cast<char>(byte) + "b");
    }
    for (int byte = 0x7f; byte < 0x100; byte += 8) target(std::string("/a") + static_cast<char>(byte) + "b");
    for (char const byte : std::string("\"<>^`{|}")) target(std::string("/a") + byte + "b");
  }

  void add_header_names() {
    for (int byte = 0; byte < 0x20; ++byte) {
      if (byte != '\r' && byte != '\n') all_.insert(with(std::string("X") + static_cast<char>(byte) + "Y: a"));
    }
    for (char const byte : std::string("(),/;<=>?@[\\]{}\" \x7f\x80\xc3\xff"))
      all_.insert(with(std::string("X") + byte + "Y: a"));
    for (auto const* text : {": a", "X", "X : a", "X\t: a", " X: a", "Content-Length : 0",
                             "Transfer-Encoding : chunked", "Content-Length\t: 0", "Host : b"})
      all_.insert(with(text));
  }

  void add_header_values() {
    for (int byte = 0; byte < 0x20; ++byte) {
      if (byte != '\t' && byte != '\n') all_.insert(with(std::string("X: a") + static_cast<char>(byte) + "b"));
    }
    all_.insert(with("X: a\x7f"));
    all_.insert(with("X: a\nY: b"));
  }

  void add_hosts() {
    for (auto const* text : {"", "a b", "a/b", "a@b", "a,b", "a:b", "a:99999999", "[::1", "::1]", "a#b", "a?b", "a\\b",
                             "<a>", "a:80:80", "http://a", "a;b", "a\"", "a%zz"})
      all_.insert(std::string("GET / HTTP/1.1\r\nHost: ") + text + "\r\n\r\n");
    all_.insert("GET / HTTP/1.1\r\n\r\n");
    all_.insert("GET / HTTP/1.1\r\nX: a\r\n\r\n");
    for (auto const* second : {"Host: a", "Host: b", "host: a", "HOST: a", "Host:"})
      all_.insert(std::string("GET / HTTP/1.1\r\nHost: a\r\n") + second + "\r\n\r\n");
  }

  void add_lengths() {
    for (auto const* text : {"",
                             "+3",
                             "-3",
                             "-0",
                             "0x3",
                             "3 3",
                             "3,3",
                             "3, 3",
                             "3,4",
                             "3;3",
                             "3.0",
                             "3e0",
                             "\"3\"",
                             "'3'",
                             "three",
                             "3a",
                             "a3",
                             "3_0",
                             "99999999999999999999",
                             "18446744073709551616",
                             "0b1",
                             "3\t3",
                             "\xd9\xa3",
                             "3,",
                             ",3",
                             "1 000"})
      all_.insert(with(std::string("Content-Length: ") + text, "abc"));
    for (auto const* second : {"Content-Length: 3", "Content-Length: 4", "content-length: 3", "Content-Length: 0"})
      all_.insert(with(std::string("Content-Length: 3\r\n") + second, "abc"));
  }

  void add_codings() {
    for (auto const* text : {"identity",
                             "gzip",
                             "deflate",
                             "x-chunked",
                             "chunked, chunked",
                             "chunked,chunked",
                             "chunked, gzip",
                             "gzip, chunked",
                             "identity, chunked",
                             "chunked, identity",
                             "chunked;a=b",
                             "\"chunked\"",
                             "chunked,",
                             ",chunked",
                             "",
                             "cow",
                             "chunkedchunked",
                             "chunke",
                             "hunked",
                             "chunked chunked",
                             "'chunked'",
                             "chunked\t;",
                             "trailers",
                             "*",
                             "chunked, cow"}) {
      all_.insert(with(std::string("Transfer-Encoding: ") + text, "0\r\n\r\n"));
      all_.insert(with(std::string("Content-Length: 5\r\nTransfer-Encoding: ") + text, "0\r\n\r\n"));
    }
    for (auto const* name : {"Transfer-Encoding", "transfer-encoding", "TRANSFER-ENCODING", "Transfer-encoding"}) {
      all_.insert(with(std::string("Content-Length: 5\r\n") + name + ": chunked", "0\r\n\r\n"));
      all_.insert(with(std::string(name) + ": chunked\r\nContent-Length: 5", "0\r\n\r\n"));
      all_.insert(with(std::string(name) + ": chunked\r\nTransfer-Encoding: chunked", "0\r\n\r\n"));
      all_.insert(with(std::string(name) + ": chunked\r\nTransfer-Encoding: identity", "0\r\n\r\n"));
      all_.insert(std::string("POST / HTTP/1.0\r\nHost: a\r\n") + name + ": chunked\r\n\r\n0\r\n\r\n");
    }
  }

  void add_folding_and_line_ends() {
    for (auto const* name : {"X: a", "Host: a", "Content-Length: 0", "Transfer-Encoding: chunked", "Cookie: a=b"}) {
      for (auto const* fold : {"\r\n b", "\r\n\tb", "\r\n ", "\n b"})
        all_.insert(std::string("GET / HTTP/1.1\r\n") + name + fold + "\r\nHost: a\r\n\r\n");
    }
    for (auto const* text :
         {"GET / HTTP/1.1\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\n\r\n", "GET / HTTP/1.1\r\nHost: a\n\n",
          "GET / HTTP/1.1\r\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\rHost: a\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: a\r\r\n\r\n", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
          "\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "\r\n\r\n", "\n\n"})
      all_.insert(text);
  }

  void add_chunks() {
    for (auto const* text : {"1;a=b\r\nx\r\n0\r\n\r\n",
                             "1;\r\nx\r\n0\r\n\r\n",
                             "+1\r\nx\r\n0\r\n\r\n",
                             "-1\r\nx\r\n0\r\n\r\n",
                             "0x1\r\nx\r\n0\r\n\r\n",
                             " 1\r\nx\r\n0\r\n\r\n",
                             "1 \r\nx\r\n0\r\n\r\n",
                             "1\t\r\nx\r\n0\r\n\r\n",
                             "\r\nx\r\n0\r\n\r\n",
                             "g\r\nx\r\n0\r\n\r\n",
                             "1\nx\r\n0\r\n\r\n",
                             "1\r\nx\n0\r\n\r\n",
                             "1\r\nxy\r\n0\r\n\r\n",
                             "1\r\nx0\r\n\r\n",
                             "2\r\nx\r\n0\r\n\r\n",
                             "1\rx\r\n0\r\n\r\n",
                             "0\r\nX: a\r\n\r\n",
                             "0\r\nHost: b\r\n\r\n",
                             "0\nX\r\n\r\n",
                             "0\r\n\n\r\n",
                             "ffffffffffffffffff\r\nx\r\n",
                             "1_0\r\nx\r\n",
                             "1,1\r\nx\r\n",
                             "\"1\"\r\nx\r\n",
                             "1\r\r\nx\r\n",
                             "1\0\r\nx\r\n"})
      all_.insert(with("Transfer-Encoding: chunked", text));
  }

  std::set<std::string> all_;
};

}  // namespace lenig::http
