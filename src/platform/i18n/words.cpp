#include "platform/i18n/words.hpp"

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>

#include <array>
#include <cmath>
#include <locale>

#include "platform/base/embedded.hpp"
#include "platform/base/text.hpp"

namespace lenig::i18n {

std::span<base::Embedded const> catalogues();  // nl.mo and en.mo, built in

namespace {

using Facet = boost::locale::message_format<char>;

std::vector<char> catalogue_of(std::string const& path) {
  for (auto const& one : catalogues()) {
    if (path.find("/" + std::string(one.name.substr(0, 2)) + "/") != std::string::npos)
      return {one.text.begin(), one.text.end()};
  }
  return {};
}

std::locale locale_of(Language language) {
  boost::locale::gnu_gettext::messages_info info;
  info.language = base::name_of(language);
  info.encoding = "UTF-8";
  info.paths = {""};
  info.domains = {boost::locale::gnu_gettext::messages_info::domain("lenig")};
  info.callback = [](std::string const& path, std::string const&) { return catalogue_of(path); };
  return {std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info)};
}

Facet const& facet_of(Language language) {
  static std::array<std::locale, 2> const locales{locale_of(Language::nl), locale_of(Language::en)};
  static std::array<Facet const*, 2> const facets{&std::use_facet<Facet>(locales[0]),
                                                  &std::use_facet<Facet>(locales[1])};
  return *facets.at(static_cast<std::size_t>(language));
}

constexpr std::array months{N_("januari"),   N_("februari"), N_("maart"),    N_("april"),
                            N_("mei"),       N_("juni"),     N_("juli"),     N_("augustus"),
                            N_("september"), N_("oktober"),  N_("november"), N_("december")};
constexpr std::array short_months{N_("jan"), N_("feb"), N_("mrt"), N_("apr"), N_("mei"), N_("jun"),
                                  N_("jul"), N_("aug"), N_("sep"), N_("okt"), N_("nov"), N_("dec")};
constexpr std::array weekdays{N_("zondag"),    N_("maandag"), N_("dinsdag"), N_("woensdag"),
                              N_("donderdag"), N_("vrijdag"), N_("zaterdag")};

unsigned month_index(base::Date date) { return static_cast<unsigned>(date.calendar().month()) - 1; }

}  // namespace

Words::Words(Language language) : language_(language) {}

std::string Words::operator()(char const* text) const { return std::string(found(text)); }

std::string_view Words::found(char const* text) const {
  if (*text == '\0') return text;  // a catalogue's key for its own head
  char const* const translated = facet_of(language_).get(0, nullptr, text);
  return translated != nullptr && *translated != '\0' ? translated : text;
}

std::string Words::n(char const* one, char const* many, long long count) const {
  char const* const translated = facet_of(language_).get(0, nullptr, one, static_cast<int>(count));
  std::string_view const text = translated != nullptr && *translated != '\0' ? translated : count == 1 ? one : many;
  return fmt::format(fmt::runtime(text), count);
}

std::string Words::day(base::Date date) const {
  return fmt::format("{} {} {}", static_cast<unsigned>(date.calendar().day()), found(months.at(month_index(date))),
                     static_cast<int>(date.calendar().year()));
}

std::string Words::short_day(base::Date date) const {
  return fmt::format("{} {} {}", static_cast<unsigned>(date.calendar().day()),
                     found(short_months.at(month_index(date))), static_cast<int>(date.calendar().year()));
}

std::string Words::short_month(base::Date date) const { return std::string(found(short_months.at(month_index(date)))); }

std::string Words::month(base::Date date) const {
  return fmt::format("{} {}", found(months.at(month_index(date))), static_cast<int>(date.calendar().year()));
}

std::string Words::weekday(base::Date date) const {
  auto const of_week = std::chrono::weekday{date.days()}.c_encoding();
  return fmt::format("{} {}", found(weekdays.at(of_week)), day(date));
}

std::string Words::moment(base::LocalTime time) const {
  return fmt::format("{}, {}", weekday(time.date), time.clock());
}

std::string Words::decimal(double number) const {
  auto text = fmt::format("{:.2f}", number);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  if (text == "-0") text = "0";
  if (auto const point = text.find('.'); point != std::string::npos && language_ == Language::nl) text[point] = ',';
  return text;
}

Language preferred(std::string_view accept_language) {
  for (auto const& part : base::split(accept_language, ',')) {
    auto const tag = base::folded(part);
    if (tag.starts_with("nl")) return Language::nl;
    if (tag.starts_with("en")) return Language::en;
  }
  return Language::nl;
}

}  // namespace lenig::i18n
