#pragma once

#include <string>

namespace lenig::app {

/// An invented person.
struct Invented {
  std::string given_name;
  std::string prefix;
  std::string family_name;
  std::string email;
};

/// Invents people, always the same ones in the same order: names as they occur in the Netherlands, put together by
/// count. Addresses end in `.example`, which no mail reaches (RFC 2606).
class Inventor {
 public:
  /// `first` is where in the order to begin.
  explicit Inventor(std::string domain, unsigned first = 0) : domain_(std::move(domain)), count_(first) {}

  Invented next();
  Invented named(std::string given_name, std::string prefix, std::string family_name) const;

 private:
  std::string domain_;
  unsigned count_;
};

}  // namespace lenig::app
