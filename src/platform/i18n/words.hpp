#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

#include "platform/base/described.hpp"
#include "platform/base/time.hpp"

namespace lenig::i18n {

enum class Language { nl, en };
BOOST_DESCRIBE_ENUM(Language, nl, en)

/// Marks a text for the catalogue where it stands in a table; it is translated when it is shown.
constexpr char const* N_(char const* text) { return text; }

/// The words of one language. Called `tr` wherever it goes, so that the texts are found for the catalogue.
class Words {
 public:
  explicit Words(Language language);

  Language language() const { return language_; }

  /// The text in this language; the Dutch text itself is the key.
  std::string operator()(char const* text) const;

  /// The same, with `{}` filled in.
  template <class... Arguments>
    requires(sizeof...(Arguments) > 0)
  std::string operator()(char const* text, Arguments const&... arguments) const {
    return fmt::format(fmt::runtime(found(text)), arguments...);
  }

  /// One or many: `{}` in the text is the number.
  std::string n(char const* one, char const* many, long long count) const;

  /// 3 september 2003 · 3 September 2003
  std::string day(base::Date date) const;
  /// 3 sep 2003
  std::string short_day(base::Date date) const;
  /// sep
  std::string short_month(base::Date date) const;
  /// september 2003
  std::string month(base::Date date) const;
  /// woensdag 3 september 2003
  std::string weekday(base::Date date) const;
  /// woensdag 3 september 2003, 14:00
  std::string moment(base::LocalTime time) const;
  /// 0,8 · 0.8: at most two digits behind the comma
  std::string decimal(double number) const;

 private:
  std::string_view found(char const* text) const;

  Language language_;
};

/// The first language of an Accept-Language header that we speak; Dutch when there is none.
Language preferred(std::string_view accept_language);

}  // namespace lenig::i18n
