#include "platform/document/process.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

#include "platform/document/files.hpp"

namespace lenig::document {

namespace {

constexpr rlim_t most_open_files = 128;
constexpr rlim_t seconds_besides = 5;  // the deadline comes first
constexpr int first_of_others = 3;     // after the standard ones

int connected(std::string const& path) {
  sockaddr_un address{.sun_family = AF_UNIX};
  if (path.size() >= sizeof address.sun_path) return -1;
  std::ranges::copy(path, address.sun_path);
  int const opened = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (opened < 0) return -1;
  if (::connect(opened, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0) return opened;
  ::close(opened);
  return -1;
}

void limit(__rlimit_resource what, rlim_t most) {
  rlimit const both{most, most};
  ::setrlimit(what, &both);
}

/// The child, from fork to exec: system calls only.
[[noreturn]] void become(char* const* arguments, int socket, Converter const& converter) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  limit(RLIMIT_AS, converter.memory);
  limit(RLIMIT_CPU, static_cast<rlim_t>(converter.longest.count()) + seconds_besides);
  limit(RLIMIT_FSIZE, converter.largest);
  limit(RLIMIT_NOFILE, most_open_files);
  limit(RLIMIT_CORE, 0);
  ::dup2(socket, STDIN_FILENO);
  ::dup2(socket, STDOUT_FILENO);
  ::dup2(::open("/dev/null", O_WRONLY | O_CLOEXEC), STDERR_FILENO);
  ::close_range(first_of_others, ~0U, 0);
  ::execv(arguments[0], arguments);
  ::_exit(1);
}

}  // namespace

std::vector<std::string> command_of(Converter const& converter) {
  auto const program = converter.program.empty() ? std::string(file("convert.py")) : converter.program;
  return {converter.shell, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv",
          "--setenv", "LANG", "C.UTF-8", "--setenv", "HOME", "/tmp",
          // Programs, libraries and fonts, to read; a folder of its own that is gone afterwards; nothing else.
          "--ro-bind", "/usr", "/usr", "--symlink", "usr/bin", "/bin", "--symlink", "usr/lib", "/lib", "--symlink",
          "usr/lib64", "/lib64", "--ro-bind-try", "/etc/fonts", "/etc/fonts", "--ro-bind-try", "/etc/ld.so.cache",
          "/etc/ld.so.cache", "--ro-bind-try", "/var/cache/fontconfig", "/var/cache/fontconfig", "--dev", "/dev",
          "--tmpfs", "/tmp", "--chdir", "/tmp", converter.python, "-I", "-B", "-c", program};
}

Process::Process(Converter const& converter) {
  if (!converter.socket.empty()) {
    socket_ = connected(converter.socket);
    return;
  }
  auto command = command_of(converter);
  std::vector<char*> arguments;
  for (auto& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  int ends[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return;
  child_ = ::fork();
  if (child_ == 0) become(arguments.data(), ends[1], converter);
  ::close(ends[1]);
  socket_ = ends[0];
}

Process::~Process() {
  if (socket_ >= 0) ::close(socket_);
  if (child_ <= 0) return;
  ::kill(child_, SIGKILL);  // bubblewrap's own children die with it
  ::waitpid(child_, nullptr, 0);
}

}  // namespace lenig::document
