#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "platform/document/converter.hpp"

namespace lenig::document {

/// A converter that was started, and the socket to it. Ending it ends what it started; it ends with this program too.
class Process {
 public:
  /// Starts the converter, or goes to the one that systemd starts.
  explicit Process(Converter const& converter);
  ~Process();
  Process(Process const&) = delete;
  Process& operator=(Process const&) = delete;

  int socket() const { return socket_; }  // negative when there is none

 private:
  int socket_ = -1;
  pid_t child_ = -1;
};

/// The command that runs the converter's program, shut off.
std::vector<std::string> command_of(Converter const& converter);

}  // namespace lenig::document
