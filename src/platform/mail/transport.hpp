#pragma once

#include <string>

namespace lenig::mail {

/// What `liblenig_mail.so` gives: it is loaded when the first mail leaves. Both throw std::runtime_error.
struct Transport {
  std::string (*compose)(std::string const& from, std::string const& to, std::string const& subject,
                         std::string const& text, std::string const& id);
  void (*send)(std::string const& url, std::string const& user, std::string const& password, std::string const& from,
               std::string const& to, std::string const& mime);
};

}  // namespace lenig::mail
