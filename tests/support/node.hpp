#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace lenig::tests {

/// What a script of the tree that ran to its end said, on both of its ways out.
struct Said {
  int code = 0;
  std::string words;
};

/// Runs a script with the Node of the project. The tests run from the root of the tree.
Said run_node(std::string const& script, std::vector<std::string> const& arguments);

/// A script that serves until this goes: it says "ready PORT" on a line of its own when it does.
class NodeServer {
 public:
  NodeServer(std::string const& script, std::vector<std::string> const& arguments);
  ~NodeServer();
  NodeServer(NodeServer const&) = delete;
  NodeServer& operator=(NodeServer const&) = delete;

  int port() const { return port_; }

 private:
  int pipe_ = -1;
  pid_t process_ = -1;
  int port_ = 0;
};

}  // namespace lenig::tests
