#include "app/assets.hpp"

#include <deque>

#include "platform/base/embedded.hpp"
#include "platform/base/text.hpp"

namespace lenig::app {

std::span<base::Embedded const> web_files();  // what web/build.mjs made, built in

namespace {

std::string_view text_of(std::string_view name) {
  for (auto const& file : web_files()) {
    if (file.name == name) return file.text;
  }
  return {};
}

/// The manifest has a line per file: its name in the sources, its name with a fingerprint, its content type.
BuiltIn read_manifest() {
  static std::deque<std::string> texts;  // what the assets' views look at
  auto const kept = [](std::string text) -> std::string_view { return texts.emplace_back(std::move(text)); };
  BuiltIn found;
  for (auto const& line : base::lines(text_of("manifest.txt"))) {
    auto const columns = base::split(line, '\t');
    auto const& name = columns.at(1);
    auto const path = kept("/web/" + name);
    found.paths.emplace(columns.at(0), path);
    found.assets.push_back({.path = path,
                            .content_type = kept(columns.at(2)),
                            .etag = kept(http::etag_of(text_of(name))),
                            .plain = text_of(name),
                            .gzip = text_of(name + ".gz"),
                            .brotli = text_of(name + ".br")});
  }
  return found;
}

}  // namespace

BuiltIn const& built_in() {
  static BuiltIn const files = read_manifest();
  return files;
}

}  // namespace lenig::app
