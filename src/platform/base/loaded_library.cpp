#include "platform/base/loaded_library.hpp"

#include <dlfcn.h>

#include <filesystem>
#include <stdexcept>

namespace lenig::base {

void* load_function(std::string const& library, std::string const& function) {
  auto const beside = std::filesystem::read_symlink("/proc/self/exe").parent_path() / ("lib" + library + ".so");
  void* const opened = ::dlopen(beside.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (opened == nullptr) throw std::runtime_error("cannot load " + beside.string() + ": " + ::dlerror());
  void* const found = ::dlsym(opened, function.c_str());
  if (found == nullptr) throw std::runtime_error(beside.string() + " has no " + function);
  return found;
}

}  // namespace lenig::base
