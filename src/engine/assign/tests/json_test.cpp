// What comes in and goes out as JSON: every fault with its place, and nothing lost on the way.
#include <gtest/gtest.h>

#include "engine/assign/tests/instances.hpp"

namespace lenig::assign {
namespace {

constexpr char const* sound = R"({"seed":"s","values":[5,2.5],"sessions":[
{"id":"s1","offer":"yoga","kind":"workshop","start":"2026-11-09T09:00","end":"2026-11-09T10:30:30","place":"A","capacity":2,"minimum":1,"not_from":["B"]},
{"id":"s2","offer":"rector","kind":"shadowing","start":"2026-11-09T11:00","end":"2026-11-09T12:00","place":"B","capacity":1,"minimum":0}],
"people":[{"id":"p1","place":"A","max_sessions":2,"max_shadowings":1,"choices":["yoga","rector"],"unavailable":[["2026-11-10T09:00","2026-11-10T12:00"]],"with":["p2"]},
{"id":"p2","place":"B","max_sessions":1,"max_shadowings":0,"choices":["yoga"]}],"travel_minutes":{"A|B":20}})";

std::string with(std::string const& old, std::string const& now) {
  std::string text = sound;
  auto const found = text.find(old);
  if (found == std::string::npos) throw std::runtime_error("not in the text: " + old);
  return text.replace(found, old.size(), now);
}

std::string where(std::string const& json) {
  auto const read = read_instance(json);
  if (read) return "sound";
  std::string all;
  for (auto const& fault : read.error()) all += (all.empty() ? "" : " ") + fault.where;
  return all;
}

TEST(AssignJson, that_is_sound_is_read) {
  auto const read = read_instance(sound);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->values, (std::vector<Amount>{5'000'000, 2'500'000}));
  EXPECT_EQ(read->sessions[0].time.end - read->sessions[0].time.start, 5430);
  EXPECT_EQ(read->people[1].with, (std::vector<int>{0}));  // symmetric
  EXPECT_EQ(read->travel[1], (std::vector<std::pair<int, int>>{{0, 20}}));
}

TEST(AssignJson, names_the_place_of_every_fault) {
  EXPECT_EQ(where("{\n  \"seed\": x}"), "line 2, column 11");
  EXPECT_EQ(where("[]"), "");
  EXPECT_EQ(where(with("\"seed\":\"s\",", "")), "/seed");
  EXPECT_EQ(where(with("[5,2.5]", "[5,-1]")), "/values/1");
  EXPECT_EQ(where(with("[5,2.5]", "[5]")), "/people/0/choices/1");
  EXPECT_EQ(where(with("\"id\":\"s2\"", "\"id\":\"s1\"")), "/sessions/1/id");
  EXPECT_EQ(where(with("\"kind\":\"shadowing\"", "\"kind\":\"talk\"")), "/sessions/1/kind");
  EXPECT_EQ(where(with("2026-11-09T11:00", "2026-11-31T11:00")), "/sessions/1/start");
  EXPECT_EQ(where(with("2026-11-09T11:00", "2026-11-09 11:00")), "/sessions/1/start");
  EXPECT_EQ(where(with("2026-11-09T12:00", "2026-11-09T10:00")), "/sessions/1/end");
  EXPECT_EQ(where(with("\"capacity\":2", "\"capacity\":-2")), "/sessions/0/capacity /sessions/0/minimum");
  EXPECT_EQ(where(with("\"minimum\":1", "\"minimum\":3")), "/sessions/0/minimum");
  EXPECT_EQ(where(with("\"minimum\":1", "\"minimun\":1")), "/sessions/0/minimun /sessions/0/minimum");
  EXPECT_EQ(where(with("[\"yoga\",\"rector\"]", "[\"yoga\",\"yoga\"]")), "/people/0/choices/1");
  EXPECT_EQ(where(with("[\"yoga\",\"rector\"]", "[\"joga\"]")), "/people/0/choices/0");
  EXPECT_EQ(where(with("\"with\":[\"p2\"]", "\"with\":[\"p3\"]")), "/people/0/with/0");
  EXPECT_EQ(where(with("\"with\":[\"p2\"]", "\"with\":[\"p1\"]")), "/people/0/with/0");
  EXPECT_EQ(where(with("\"A|B\":20", "\"AB\":20")), "/travel_minutes/AB");
  EXPECT_EQ(where(with("\"A|B\":20", "\"A|B\":20,\"B|A\":30")), "/travel_minutes/B|A");
  EXPECT_EQ(where(with("\"A|B\":20", "\"A|B\":-1")), "/travel_minutes/A|B");
}

TEST(AssignJson, comes_back_as_it_went) {
  for (auto const& instance : {career_days(3), tiny_days(5), tiny_days(6)}) {
    auto const read = read_instance(write(instance));
    ASSERT_TRUE(read) << read.error()[0].where << read.error()[0].what;
    auto const again = read_instance(write(*read));  // places stand in the order in which they are met
    ASSERT_TRUE(again);
    EXPECT_EQ(write(*again), write(*read));
    auto const solved = solve(*read);
    auto const text = write(*read, solved.result);
    auto const result = read_result(*read, text);
    ASSERT_TRUE(result);
    EXPECT_EQ(write(*read, *result), text);
    auto const certificate = read_certificate(*read, write(*read, solved.certificate));
    ASSERT_TRUE(certificate);
    EXPECT_TRUE(check(*read, *result, *certificate).empty());
  }
}

TEST(AssignJson, of_a_result_names_who_is_not_in_the_instance) {
  auto const instance = read_instance(sound);
  ASSERT_TRUE(instance);
  auto const text = write(*instance, solve(*instance).result);
  auto changed = text;
  changed.replace(changed.find("\"p1\""), 4, "\"p9\"");
  auto const read = read_result(*instance, changed);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error()[0].where, "/assignments/0/person");
}

TEST(Ticket, is_the_published_function) {
  // FNV-1a over s, p and t, each closed by a byte 0, then MurmurHash3's finaliser; computed in Python.
  EXPECT_EQ(ticket("s", "p", "t"), 0xac9925f3492c4cc5);
}

TEST(Explanation, tells_who_had_the_same_right_and_the_place_on_the_list) {
  Instance instance{.seed = "s", .values = {5 * one, one}, .offers = {"full", "free"}, .places = {"here"}};
  instance.travel.resize(1);
  instance.sessions.push_back({.id = "s", .offer = 0, .time = {0, 3600}, .place = 0, .capacity = 2});
  instance.sessions.push_back({.id = "t", .offer = 1, .time = {7200, 9000}, .place = 0, .capacity = 9, .minimum = 0});
  for (int index = 0; index < 5; ++index)
    instance.people.push_back({.id = "p" + std::to_string(index), .place = 0, .max_sessions = 2, .choices = {0}});
  instance.people[0].choices = {1};
  auto const result = solve(instance).result;
  auto const all = explain(instance, result);
  ASSERT_EQ(result.waiting[0].size(), 2U);
  auto const first = static_cast<std::size_t>(result.waiting[0][0]);
  ASSERT_EQ(all[first].missed.size(), 1U);
  auto const& missed = all[first].missed[0];
  EXPECT_EQ(missed.why, Missed::Why::full);
  EXPECT_EQ(missed.same_right, 2);
  EXPECT_EQ(missed.better_right + missed.others, 0);
  EXPECT_EQ(missed.place_on_list, 1);
  EXPECT_EQ(all[first].would_have_had, (std::vector<int>{1}));
}

}  // namespace
}  // namespace lenig::assign
