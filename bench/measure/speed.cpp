// A million respondents, forty items in eight scales, a thousand groups: all figures of engine/measure from memory,
// beside a plain read of the same bytes and what DuckDB takes for means and variances by group alone. Writes the
// answers for the others: FOLDER/responses.csv, and FOLDER/answers.bin, one column after another, the groups last.
//
//   lenig_measure_bench FOLDER LIBDUCKDB
#include <dlfcn.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <random>
#include <string>
#include <thread>

#include "engine/measure/figures.hpp"

namespace {

using lenig::measure::Missing;

constexpr std::size_t rows = 1'000'000;
constexpr std::size_t items = 40;
constexpr std::uint32_t groups = 1000;

struct Answers {
  std::vector<std::vector<std::uint8_t>> columns;
  std::vector<std::uint32_t> group;
  std::vector<lenig::measure::Scale> scales;
};

Answers drawn() {
  Answers all;
  std::mt19937 random(1);
  for (std::size_t row = 0; row < rows; ++row) all.group.push_back(random() % groups);
  for (std::size_t item = 0; item < items; ++item) {
    auto& column = all.columns.emplace_back(rows);
    for (std::size_t row = 0; row < rows; ++row)
      column[row] = static_cast<std::uint8_t>(1 + std::min<std::size_t>(4, random() % 4 + all.group[row] % 3));
  }
  for (std::size_t scale = 0; scale < 8; ++scale) {
    auto& made = all.scales.emplace_back(lenig::measure::Scale{"s" + std::to_string(scale), {1, 5}, {}});
    for (std::size_t item = scale * 5; item < scale * 5 + 5; ++item)
      made.items.push_back({"q" + std::to_string(item), all.columns[item], {}});
  }
  return all;
}

/// The median of eleven times, in milliseconds.
double median_time(std::function<void()> const& run) {
  std::array<double, 11> times{};
  for (auto& time : times) {
    auto const from = std::chrono::steady_clock::now();
    run();
    time = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
  }
  std::ranges::sort(times);
  return times[times.size() / 2];
}

/// Processor time of one run, over all threads, in milliseconds: what a busy machine does not change much.
double processor_time(std::function<void()> const& run) {
  auto const from = std::clock();
  run();
  return 1000.0 * static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC;
}

std::uint64_t sum_of(std::vector<std::uint8_t> const& column) {
  std::uint64_t sum = 0;
  for (std::size_t at = 0; at + 8 <= column.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, column.data() + at, 8);
    sum += word;
  }
  return sum;
}

/// Every byte, on two threads. Who uses the sum keeps the reading.
std::uint64_t read_plainly(Answers const& all) {
  std::array<std::uint64_t, 2> sums{};
  std::array<std::jthread, 2> threads;
  for (std::size_t part = 0; part < 2; ++part) {
    threads[part] = std::jthread([&, part] {
      std::uint64_t sum = 0;
      for (std::size_t item = part; item < items; item += 2) sum += sum_of(all.columns[item]);
      sums[part] = sum;
    });
  }
  for (auto& thread : threads) thread.join();
  return sums[0] + sums[1];
}

long peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word != "VmHWM:") continue;
    long kilobytes = 0;
    status >> kilobytes;
    return kilobytes / 1024;
  }
  return 0;
}

void write(Answers const& all, std::string const& folder) {
  std::string csv = "school";
  for (std::size_t item = 0; item < items; ++item) csv += ",q" + std::to_string(item);
  csv += '\n';
  for (std::size_t row = 0; row < rows; ++row) {
    csv += "school " + std::to_string(all.group[row]);
    for (auto const& column : all.columns) {
      csv += ',';
      csv += static_cast<char>('0' + column[row]);
    }
    csv += '\n';
  }
  std::ofstream(folder + "/responses.csv", std::ios::binary) << csv;
  std::ofstream binary(folder + "/answers.bin", std::ios::binary);
  for (auto const& column : all.columns) binary.write(reinterpret_cast<char const*>(column.data()), rows);
  binary.write(reinterpret_cast<char const*>(all.group.data()), rows * sizeof(std::uint32_t));
}

/// The little of DuckDB's C interface that is needed.
class DuckDb {
 public:
  explicit DuckDb(char const* library) : library_(::dlopen(library, RTLD_NOW)) {
    if (library_ == nullptr) throw std::runtime_error(::dlerror());
    function<int(char const*, void**)>("duckdb_open")(nullptr, &database_);
    function<int(void*, void**)>("duckdb_connect")(database_, &connection_);
  }

  void run(std::string const& sql) {
    Result result{};
    int const failed = function<int(void*, char const*, Result*)>("duckdb_query")(connection_, sql.c_str(), &result);
    if (failed != 0) throw std::runtime_error(function<char const*(Result*)>("duckdb_result_error")(&result));
    function<void(Result*)>("duckdb_destroy_result")(&result);
  }

 private:
  struct Result {
    std::array<void*, 8> opaque{};
  };
  template <class Signature>
  Signature* function(char const* name) {
    return reinterpret_cast<Signature*>(::dlsym(library_, name));
  }

  void* library_;
  void* database_ = nullptr;
  void* connection_ = nullptr;
};

double duckdb_time(std::string const& folder, char const* library) {
  DuckDb duckdb(library);
  duckdb.run("set threads = 2");
  std::string columns = "{'school': 'varchar'";
  std::string aims;
  for (std::size_t item = 0; item < items; ++item) {
    auto const name = "q" + std::to_string(item);
    columns += ", '" + name + "': 'utinyint'";
    aims += ", avg(" + name + "), var_samp(" + name + ")";
  }
  duckdb.run(
      "create table answers as select * replace (cast(substr(school, 8) as usmallint) as school) from read_csv('" +
      folder + "/responses.csv', header = true, columns = " + columns + "})");
  return median_time([&] { duckdb.run("select school" + aims + " from answers group by school"); });
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  auto const all = drawn();
  std::uint64_t read = 0;
  double const plain = median_time([&] { read += read_plainly(all); });
  if (read == 0) std::abort();
  auto const measure = [&] {
    auto const figures = lenig::measure::measured(all.scales, {all.group, groups}, Missing::listwise);
    if (figures.size() != 8) std::abort();
  };
  double const own = median_time(measure);
  double const processor = processor_time(measure);
  auto const memory = peak_memory();
  write(all, arguments[1]);
  double const duckdb = duckdb_time(arguments[1], arguments[2]);
  auto const bytes = static_cast<double>(rows * items);
  std::printf(
      "all figures from memory        %.1f ms (aim: 60; processor %.1f ms), %.1f GB/s, peak memory %ld MiB (aim: "
      "200)\n",
      own, processor, bytes / own / 1e6, memory);
  std::printf("a plain read of the same bytes %.1f ms, %.1f GB/s\n", plain, bytes / plain / 1e6);
  std::printf("DuckDB, means and variances    %.1f ms: %.1f times as long (aim: 3)\n", duckdb, duckdb / own);
  std::ofstream(std::string(arguments[1]) + "/own.txt") << own << '\n';
}
