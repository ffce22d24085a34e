#pragma once

#include <ctemplate/template.h>

#include <set>
#include <string>
#include <string_view>

#include "platform/base/described.hpp"
#include "platform/base/embedded.hpp"
#include "platform/base/id.hpp"
#include "platform/i18n/words.hpp"

namespace lenig::html {

/// HTML that one of our templates made; it is the only text that another template takes as it is.
struct Html {
  std::string text;
};

/// Reads the templates of a module, once per language: texts in `[[…]]` are translated, `{{>module/part}}` is replaced
/// by that part, auto-escaping is forced. Call it for every module, then `ready`. Throws std::runtime_error on a fault.
void add_views(std::span<base::Embedded const> views);
void ready();

/// The text of a view in its source form with its parts in place; empty when there is none.
std::string view_source(std::string_view name);

/// What every template may use besides its own struct: the language, and the tokens of its forms.
struct Context {
  i18n::Language language = i18n::Language::nl;
  std::string csrf;  // `{{csrf}}`: proves that the form came from a page of this session
  std::string once;  // `{{once}}`: the same form sent twice is done once
};

namespace detail {

void fill_context(ctemplate::TemplateDictionary& dictionary, Context const& context);

/// A member's name as ctemplate knows it, found once: looking it up by its letters takes a lock. `shows` and
/// `shows_absent` say whether any view has a section of that name, or of `no_` and that name.
struct Name {
  explicit Name(std::string_view name);
  Name(Name const&) = delete;
  Name& operator=(Name const&) = delete;

  std::string text;
  std::string absent_text;
  ctemplate::StaticTemplateString present;
  ctemplate::StaticTemplateString absent;
  bool shows = false;
  bool shows_absent = false;
};

/// The one Name of these letters.
Name const& name_of(std::string_view name);

/// The text stays where it is until the view is expanded.
void fill_text(ctemplate::TemplateDictionary& dictionary, Name const& name, std::string_view text);
void fill_copy(ctemplate::TemplateDictionary& dictionary, Name const& name, std::string_view text);
void fill_flag(ctemplate::TemplateDictionary& dictionary, Name const& name, bool shown);
ctemplate::TemplateDictionary& section(ctemplate::TemplateDictionary& dictionary, Name const& name);
std::string expand(std::string_view view, i18n::Language language, ctemplate::TemplateDictionary const& dictionary);
struct Names;
void register_view(std::string_view view, Names names);

template <class T>
void fill(ctemplate::TemplateDictionary& dictionary, T const& view);

template <class Member>
void fill_member(ctemplate::TemplateDictionary& dictionary, Name const& name, Member const& value) {
  if constexpr (std::is_same_v<Member, bool>) {
    fill_flag(dictionary, name, value);
  } else if constexpr (std::is_arithmetic_v<Member>) {
    fill_copy(dictionary, name, std::to_string(value));
  } else if constexpr (std::is_same_v<Member, std::string>) {
    fill_text(dictionary, name, value);
    fill_flag(dictionary, name, !value.empty());
  } else if constexpr (std::is_same_v<Member, Html>) {
    fill_text(dictionary, name, value.text);
    fill_flag(dictionary, name, !value.text.empty());
  } else if constexpr (base::is_id<Member>::value) {
    fill_text(dictionary, name, value.text());
  } else if constexpr (base::DescribedEnum<Member>) {
    fill_text(dictionary, name, base::name_of(value));
  } else if constexpr (base::is_optional<Member>::value) {
    fill_flag(dictionary, name, false);
    if (value) fill_member(dictionary, name, *value);
  } else if constexpr (base::is_vector<Member>::value) {
    if (value.empty()) fill_flag(dictionary, name, false);
    for (auto const& item : value) {
      auto& inner = section(dictionary, name);
      if constexpr (std::is_same_v<typename Member::value_type, std::string>) {
        static Name const& of_item = name_of("item");
        fill_text(inner, of_item, item);
      } else {
        fill(inner, item);
      }
    }
  } else {
    fill(section(dictionary, name), value);
  }
}

template <class T>
void fill(ctemplate::TemplateDictionary& dictionary, T const& view) {
  base::each_described_member<T>([&](auto member) {
    static Name const& name = name_of(member.name);
    fill_member(dictionary, name, view.*member.pointer);
  });
}

/// The names that a template may use: of every member, and of what is in it; and which of them an inner struct gives
/// that an outer one gives too, so that a section of that name would show for either.
struct Names {
  std::set<std::string> members;
  std::set<std::string> shadowing;
};

template <class T>
void collect(Names& names, std::set<std::string> outer = {}) {
  std::set<std::string> own;
  base::each_member<T>([&](std::string_view name, auto) {
    own.emplace(name);
    if (outer.contains(std::string(name))) names.shadowing.emplace(name);
  });
  outer.merge(std::set(own));
  base::each_member<T>([&](std::string_view name, auto member) {
    using Member = std::remove_cvref_t<decltype(std::declval<T&>().*member)>;
    names.members.emplace(name);
    names.members.insert("no_" + std::string(name));
    if constexpr (base::is_vector<Member>::value || base::is_optional<Member>::value) {
      using Inner = typename Member::value_type;
      if constexpr (std::is_same_v<Inner, std::string>) names.members.insert("item");
      if constexpr (base::DescribedStruct<Inner>) collect<Inner>(names, outer);
    } else if constexpr (base::DescribedStruct<Member>) {
      collect<Member>(names, outer);
    }
  });
}

template <class T>
bool const registered = [] {
  Names names;
  collect<T>(names);
  register_view(T::view, std::move(names));
  return true;
}();

}  // namespace detail

/// Fills a view struct into the template that it names (`static constexpr std::string_view view = "module/file"`).
///
/// A text or number stands as `{{name}}`; `{{#name}}…{{/name}}` shows for a true flag, a text that is not empty, an
/// optional that is there, and for each item of a list (a list of texts has `{{item}}`); `{{#no_name}}` where that is
/// not so. A section inside a list names a member of that list's items: a flag of an outer struct would hide the item
/// from it.
template <class T>
Html render(T const& view, Context const& context) {
  static_cast<void>(detail::registered<T>);
  ctemplate::TemplateDictionary dictionary("");
  detail::fill_context(dictionary, context);
  detail::fill(dictionary, view);
  return {detail::expand(T::view, context.language, dictionary)};
}

/// A view and the names that its struct gives: for the test that every marker of a template is one of them.
struct Registered {
  std::string view;
  std::set<std::string> members;
  std::set<std::string> shadowing;
};
std::vector<Registered> registered_views();

}  // namespace lenig::html
