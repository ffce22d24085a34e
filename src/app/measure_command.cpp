#include "app/measure_command.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iostream>
#include <system_error>
#include <thread>

#include "app/commands.hpp"
#include "app/measure_instrument.hpp"
#include "app/measure_result.hpp"
#include "platform/base/text.hpp"

namespace lenig::app {

namespace {

/// A file as bytes in memory, read when they are looked at.
class FileBytes {
 public:
  explicit FileBytes(std::string const& path) {
    int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status{};
    if (file < 0 || ::fstat(file, &status) != 0) throw std::system_error(errno, std::generic_category(), path);
    size_ = static_cast<std::size_t>(status.st_size);
    if (size_ > 0) bytes_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
    int const error = errno;
    ::close(file);
    if (bytes_ == MAP_FAILED) throw std::system_error(error, std::generic_category(), path);
  }
  FileBytes(FileBytes const&) = delete;
  FileBytes& operator=(FileBytes const&) = delete;
  ~FileBytes() {
    if (size_ > 0) ::munmap(bytes_, size_);
  }

  std::string_view text() const { return {static_cast<char const*>(bytes_), size_}; }

 private:
  void* bytes_ = nullptr;
  std::size_t size_ = 0;
};

int wrong(std::string const& what) {
  std::cerr << what << '\n';
  return bad_input;
}

void tell_faults(MeasureResponses const& what, measure::Responses const& responses) {
  for (auto const& fault : responses.faults) {
    std::cerr << what.responses << ": line " << fault.line << ", " << fault.column;
    if (fault.field > 0) std::cerr << " (column " << fault.field << ')';
    std::cerr << ": " << fault.message << '\n';
  }
  if (responses.fault_count > responses.faults.size())
    std::cerr << "and " << responses.fault_count - responses.faults.size() << " more\n";
}

/// Whether the rows can be used, or how it ends.
int judged(MeasureResponses const& what, measure::Responses const& responses) {
  tell_faults(what, responses);
  if (responses.fault_count > responses.bad_rows && responses.scales.empty()) return bad_input;
  if (responses.bad_rows > 0) {
    std::cerr << responses.bad_rows
              << (what.lenient ? " bad rows left out\n"
                               : " bad rows: nothing was measured; correct them, or leave them "
                                 "out with --lenient\n");
    if (!what.lenient) return bad_input;
  }
  if (responses.rows == 0) return wrong(what.responses + ": there is no row to measure");
  for (auto const& level : responses.levels) {
    for (auto const& name : level.names) {
      if (!base::cleaned(name))
        return wrong(what.responses + ": a name in column " + level.column + " is not UTF-8; save the file as UTF-8");
    }
  }
  for (auto const& column : responses.not_whole)
    std::cerr << what.responses << ": column " << column << " is not whole; its answers are taken as numbers\n";
  return done;
}

boost::json::object result_of(MeasureResponses const& what, measure::Responses const& responses) {
  auto const missing = what.missing == "listwise" ? measure::Missing::listwise : measure::Missing::available;
  int const threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  auto const scales = what.control
                          ? measure::published(responses.scales, responses.levels, missing, what.least, threads)
                          : measure::uncontrolled(responses.scales, responses.levels, missing, threads);
  boost::json::object result{{"scales", json_of_scales(responses, scales)},
                             {"missing", what.missing},
                             {"rows", responses.rows},
                             {"bad_rows", responses.bad_rows},
                             {"disclosure_control", what.control}};
  if (what.control) {
    result["k"] = what.least;
  } else {
    result["note"] = "without disclosure control: for your own research files, not to be shown or passed on";
  }
  return result;
}

int write_result(MeasureResponses const& what, boost::json::object const& result) {
  std::ofstream file(what.result, std::ios::binary);
  file << boost::json::serialize(result) << '\n';
  file.close();
  if (file) return done;
  std::cerr << what.result << ": could not be written; check the folder and the space on the disk\n";
  return surroundings;
}

}  // namespace

int measure_responses(MeasureResponses const& what) {
  int const least = measure::least_people(measure::Matter::answers);
  if (what.least < least)
    return wrong("--k: at least " + std::to_string(least) + "; a board may ask for larger groups, not for smaller");
  FileBytes const instrument_file(what.instrument);
  auto const instrument = read_instrument(instrument_file.text());
  for (auto const& fault : instrument.faults)
    std::cerr << what.instrument << ": " << (fault.pointer.empty() ? "/" : fault.pointer) << ": " << fault.message
              << '\n';
  if (!instrument.faults.empty()) return bad_input;
  auto const groups = base::split(what.groups, ',');
  FileBytes const file(what.responses);
  auto const threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  auto const responses = measure::read_responses(file.text(), instrument.scales, groups, threads);
  if (int const code = judged(what, responses); code != done) return code;
  return write_result(what, result_of(what, responses));
}

}  // namespace lenig::app
