#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "platform/http/http.hpp"

namespace lenig::http {

inline std::string const get_root = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

inline std::string get(std::string const& path) { return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n"; }

inline std::string post(std::string const& body) {
  return "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// A client that sends what it is told, lawful or not, and reads with its own parser.
class Peer {
 public:
  struct Answer {
    int status = 0;  // 0: none came
    std::string head;
    std::string body;

    std::string header(std::string const& name) const {
      std::size_t const at = head.find("\r\n" + name + ": ");
      if (at == std::string::npos) return "(none)";
      std::size_t const start = at + name.size() + 4;
      return head.substr(start, head.find("\r\n", start) - start);
    }
  };

  explicit Peer(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    is_connected_ = ::connect(socket_, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0;
  }
  ~Peer() { ::close(socket_); }
  Peer(Peer const&) = delete;
  Peer& operator=(Peer const&) = delete;

  bool is_connected() const { return is_connected_; }

  /// Whether all of it could be sent.
  bool send(std::string_view bytes) const {
    while (!bytes.empty()) {
      ssize_t const count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  /// The next answer on the connection; for HEAD without looking for a body.
  Answer answer(Method asked = Method::get) {
    std::size_t end = received_.find("\r\n\r\n");
    while (end == std::string::npos) {
      if (!receive()) return {};
      end = received_.find("\r\n\r\n");
    }
    Answer answer{std::stoi(received_.substr(9, 3)), received_.substr(0, end + 2), ""};
    received_.erase(0, end + 4);
    std::string const length = answer.header("Content-Length");
    std::size_t const expected = asked == Method::head || length == "(none)" ? 0 : std::stoul(length);
    while (received_.size() < expected && receive()) {}
    answer.body = received_.substr(0, expected);
    received_.erase(0, expected);
    return answer;
  }

  Answer ask(std::string_view request) {
    send(request);
    return answer();
  }

  /// Waits for the end; true when the server closed in order and sent nothing more.
  bool is_closed_by_server() {
    while (receive()) {}
    return received_.empty() && last_count_ == 0;
  }

  /// True when nothing comes, and no end either.
  bool is_silent_for(std::chrono::milliseconds time) const {
    pollfd waiting{socket_, POLLIN, 0};
    return received_.empty() && ::poll(&waiting, 1, static_cast<int>(time.count())) == 0;
  }

  void finish_sending() const { ::shutdown(socket_, SHUT_WR); }

  /// Closes without a word of goodbye.
  void reset() {
    linger const at_once{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    ::close(socket_);
    socket_ = -1;
  }

  void read_little_at_a_time() const {
    int const size = 2048;
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
  }

 private:
  bool receive() {
    pollfd waiting{socket_, POLLIN, 0};
    char bytes[65536];
    last_count_ = ::poll(&waiting, 1, 5000) == 1 ? ::recv(socket_, bytes, sizeof bytes, 0) : -1;
    if (last_count_ > 0) received_.append(bytes, static_cast<std::size_t>(last_count_));
    return last_count_ > 0;
  }

  int socket_;
  bool is_connected_ = false;
  ssize_t last_count_ = 0;
  std::string received_;
};

}  // namespace lenig::http
