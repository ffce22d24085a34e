#pragma once

#include <stdlib.h>

#include <filesystem>
#include <stdexcept>

namespace lenig::tests {

/// A temporary folder for as long as a test lasts.
class Folder {
 public:
  Folder() {
    auto pattern = (std::filesystem::temp_directory_path() / "lenig-folder-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;

  std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace lenig::tests
