#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace lenig::mail {

/// What arrived: the envelope and the message, with the dots of the protocol taken out again.
struct Received {
  std::string from;
  std::vector<std::string> to;
  std::string text;
  bool has_bare_line_feed = false;
};

/// A mail server on this machine that takes one message after another, or answers every recipient with a refusal.
class TinySmtp {
 public:
  explicit TinySmtp(std::string refusal = {})
      : refusal_(std::move(refusal)), socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    if (::bind(socket_, any, size) != 0 || ::listen(socket_, 8) != 0)
      throw std::runtime_error("no port for a mail server");
    ::getsockname(socket_, any, &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this] { serve(); });
  }
  ~TinySmtp() {
    ::shutdown(socket_, SHUT_RDWR);
    thread_.join();
    ::close(socket_);
  }
  TinySmtp(TinySmtp const&) = delete;
  TinySmtp& operator=(TinySmtp const&) = delete;

  std::uint16_t port() const { return port_; }
  std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
  std::vector<Received> received() {
    std::lock_guard const lock(mutex_);
    return received_;
  }
  /// Every line that a sender said, but for messages.
  std::string all_lines() {
    std::lock_guard const lock(mutex_);
    return lines_;
  }

 private:
  void serve() {
    for (;;) {
      int const peer = ::accept(socket_, nullptr, nullptr);
      if (peer < 0) return;
      talk(peer);
      ::close(peer);
    }
  }

  static void say(int peer, std::string const& line) {
    auto const wire = line + "\r\n";
    static_cast<void>(::send(peer, wire.data(), wire.size(), MSG_NOSIGNAL));
  }

  /// A line without its end; says whether there was one.
  static bool hear(int peer, std::string& line, bool& bare) {
    line.clear();
    char c = 0;
    while (::recv(peer, &c, 1, 0) == 1) {
      if (c == '\n') {
        bare = line.empty() || line.back() != '\r';
        if (!bare) line.pop_back();
        return true;
      }
      line += c;
    }
    return false;
  }

  void talk(int peer) {
    say(peer, "220 tiny");
    Received mail;
    std::string line;
    for (bool bare = false; hear(peer, line, bare);) {
      {
        std::lock_guard const lock(mutex_);
        lines_ += line + "\n";
      }
      if (line.starts_with("MAIL FROM:")) {
        mail = {.from = word_after(line)};
        say(peer, "250 ok");
      } else if (line.starts_with("RCPT TO:")) {
        mail.to.push_back(word_after(line));
        say(peer, refusal_.empty() ? "250 ok" : refusal_);
      } else if (line == "DATA") {
        say(peer, "354 go on");
        take_message(peer, mail);
        say(peer, "250 ok");
      } else if (line == "QUIT") {
        say(peer, "221 bye");
        return;
      } else {
        say(peer, line.starts_with("EHLO") || line.starts_with("HELO") ? "250 tiny" : "502 unknown");
      }
    }
  }

  static std::string word_after(std::string const& line) {
    auto const from = line.find(':') + 1;
    return line.substr(from, line.find(' ', from) - from);
  }

  void take_message(int peer, Received& mail) {
    std::string line;
    for (bool bare = false; hear(peer, line, bare) && (bare || line != ".");) {
      mail.has_bare_line_feed = mail.has_bare_line_feed || bare;
      mail.text += (line.starts_with('.') ? line.substr(1) : line) + "\n";
    }
    std::lock_guard const lock(mutex_);
    received_.push_back(mail);
  }

  std::string refusal_;
  int socket_;
  std::uint16_t port_ = 0;
  std::mutex mutex_;
  std::vector<Received> received_;
  std::string lines_;
  std::jthread thread_;
};

}  // namespace lenig::mail
