#include <boost/json.hpp>
#include <charconv>
#include <chrono>

#include "engine/assign/assign.h"

namespace lenig::assign {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::string quoted(std::string const& text) { return boost::json::serialize(boost::json::string(text)); }

/// A number of millionths with no more decimals than it has.
std::string decimal(Amount amount) {
  auto const magnitude = amount < 0 ? -amount : amount;
  auto text = (amount < 0 ? "-" : "") + std::to_string(magnitude / one);
  if (magnitude % one == 0) return text;
  auto rest = std::to_string(one + magnitude % one).substr(1);
  return text + "." + rest.substr(0, rest.find_last_not_of('0') + 1);
}

std::string number(double value) {
  char text[32];
  auto const end = std::to_chars(text, text + sizeof text, value).ptr;
  return {text, end};
}

std::string moment(std::int64_t seconds) {
  auto const day = std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(seconds)));
  std::chrono::year_month_day const date(day);
  auto const rest = seconds - std::int64_t{day.time_since_epoch().count()} * 86'400;
  auto const two = [](auto value) {
    auto const text = std::to_string(value);
    return text.size() < 2 ? "0" + text : text;
  };
  auto text = std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month())) + "-" +
              two(static_cast<unsigned>(date.day())) + "T" + two(rest / 3'600) + ":" + two(rest / 60 % 60);
  return rest % 60 == 0 ? text : text + ":" + two(rest % 60);
}

/// `open`, what `each` says of every entry, and `close`, apart by commas.
std::string joined(char open, auto const& list, char close, auto const& each) {
  std::string text(1, open);
  for (auto const& entry : list) {
    if (text.size() > 1) text += ',';
    text += each(entry);
  }
  return text + close;
}

std::string written(Instance const& instance, Session const& session) {
  return "{\"id\":" + quoted(session.id) + ",\"offer\":" + quoted(instance.offers[at(session.offer)]) + ",\"kind\":\"" +
         (session.kind == Kind::workshop ? "workshop" : "shadowing") + "\",\"start\":\"" + moment(session.time.start) +
         "\",\"end\":\"" + moment(session.time.end) +
         "\",\"place\":" + quoted(session.place < 0 ? "" : instance.places[at(session.place)]) +
         ",\"capacity\":" + std::to_string(session.capacity) + ",\"minimum\":" + std::to_string(session.minimum) +
         ",\"not_from\":" +
         joined('[', session.not_from, ']', [&](int place) { return quoted(instance.places[at(place)]); }) + "}";
}

std::string written(Instance const& instance, Person const& person) {
  return "{\"id\":" + quoted(person.id) +
         ",\"place\":" + quoted(person.place < 0 ? "" : instance.places[at(person.place)]) +
         ",\"max_sessions\":" + std::to_string(person.max_sessions) +
         ",\"max_shadowings\":" + std::to_string(person.max_shadowings) + ",\"choices\":" +
         joined('[', person.choices, ']', [&](int offer) { return quoted(instance.offers[at(offer)]); }) +
         ",\"unavailable\":" +
         joined('[', person.unavailable, ']',
                [](Span const& span) { return "[\"" + moment(span.start) + "\",\"" + moment(span.end) + "\"]"; }) +
         ",\"with\":" +
         joined('[', person.with, ']', [&](int other) { return quoted(instance.people[at(other)].id); }) + "}";
}

std::string travel(Instance const& instance) {
  std::string text = "{";
  for (int from = 0; from < static_cast<int>(instance.travel.size()); ++from) {
    for (auto const& [to, minutes] : instance.travel[at(from)]) {
      if (to < from) continue;
      if (text.size() > 1) text += ',';
      text += quoted(instance.places[at(from)] + "|" + instance.places[at(to)]) + ":" + std::to_string(minutes);
    }
  }
  return text + "}";
}

std::string written(Instance const& instance, Proof const& proof) {
  if (proof.answers.empty()) {
    return "{\"per_person\":" + decimal(proof.per_person) + ",\"prices\":" +
           joined('{', proof.prices, '}',
                  [&](std::pair<int, Amount> const& price) {
                    return quoted(instance.sessions[at(price.first)].id) + ":" + decimal(price.second);
                  }) +
           "}";
  }
  auto text = "{\"session\":" + quoted(instance.sessions[at(proof.session)].id);
  if (proof.person >= 0) text += ",\"person\":" + quoted(instance.people[at(proof.person)].id);
  return text + ",\"no\":" + written(instance, proof.answers[0]) + ",\"yes\":" + written(instance, proof.answers[1]) +
         "}";
}

}  // namespace

std::string write(Instance const& instance) {
  return "{\"seed\":" + quoted(instance.seed) + ",\"values\":" + joined('[', instance.values, ']', decimal) +
         ",\n\"sessions\":" +
         joined('[', instance.sessions, ']', [&](Session const& one) { return "\n" + written(instance, one); }) +
         ",\n\"people\":" +
         joined('[', instance.people, ']', [&](Person const& one) { return "\n" + written(instance, one); }) +
         ",\n\"travel_minutes\":" + travel(instance) + "}\n";
}

std::string write(Instance const& instance, Result const& result) {
  auto const person = [&](int index) { return quoted(instance.people[at(index)].id); };
  auto const session = [&](int index) { return quoted(instance.sessions[at(index)].id); };
  auto text = "{\"assignments\":" + joined('[', result.assignments, ']', [&](Assignment const& one) {
                return "\n{\"person\":" + person(one.person) + ",\"session\":" + session(one.session) +
                       ",\"rank\":" + std::to_string(one.rank) + "}";
              });
  text += ",\n\"unplaced\":" + joined('[', result.unplaced, ']', person);
  text += ",\n\"cancelled_sessions\":" + joined('[', result.cancelled, ']', session) + ",\n\"waiting\":{";
  bool first = true;
  for (std::size_t index = 0; index < result.waiting.size(); ++index) {
    if (result.waiting[index].empty()) continue;
    text += (first ? "\n" : ",\n") + session(static_cast<int>(index)) + ":" +
            joined('[', result.waiting[index], ']', person);
    first = false;
  }
  char const* const stopped = result.stopped == Stopped::optimal ? "optimal"
                              : result.stopped == Stopped::time  ? "time"
                                                                 : "work";
  return text + "},\n\"people_placed\":" + std::to_string(result.people_placed) +
         ",\"people_bound\":" + std::to_string(result.people_bound) + ",\"value\":" + decimal(result.value) +
         ",\"bound\":" + decimal(result.bound) + ",\"gap\":" + number(result.gap) + ",\"stopped\":\"" + stopped +
         "\"}\n";
}

std::string write(Instance const& instance, Certificate const& certificate) {
  return "{\"people\":" + written(instance, certificate.people) +
         ",\n\"value\":" + written(instance, certificate.value) + "}\n";
}

}  // namespace lenig::assign
