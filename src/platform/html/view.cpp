#include "platform/html/view.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <stdexcept>

namespace lenig::html {

namespace {

constexpr std::size_t usual_length = 16'384;

using Sources = std::map<std::string, std::string, std::less<>>;

Sources& sources() {
  static Sources all;
  return all;
}

std::string key_of(std::string_view view, i18n::Language language) {
  return std::string(base::name_of(language)) + "/" + std::string(view);
}

std::string escaped(std::string_view text) {
  std::string result;
  for (char const c : text) {
    switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      case '\'': result += "&#39;"; break;
      default: result += c;
    }
  }
  return result;
}

/// Replaces what stands between two marks by what `by` makes of it.
template <class By>
std::string replaced(std::string_view text, std::string_view open, std::string_view close, By&& by) {
  std::string result;
  for (;;) {
    auto const from = text.find(open);
    if (from == std::string_view::npos) return result + std::string(text);
    auto const to = text.find(close, from);
    if (to == std::string_view::npos)
      throw std::runtime_error("a view has " + std::string(open) + " without " + std::string(close));
    result += text.substr(0, from);
    result += by(text.substr(from + open.size(), to - from - open.size()));
    text.remove_prefix(to + close.size());
  }
}

std::string translated(std::string_view source, i18n::Words const& tr) {
  return replaced(source, "[[", "]]", [&](std::string_view text) { return escaped(tr(std::string(text).c_str())); });
}

std::map<std::string, detail::Names>& registry() {
  static std::map<std::string, detail::Names> all;
  return all;
}

std::map<std::string, detail::Name, std::less<>>& known_names() {
  static std::map<std::string, detail::Name, std::less<>> all;
  return all;
}

detail::Name& known_name(std::string_view name) {
  auto& all = known_names();
  auto const found = all.find(name);
  return found != all.end() ? found->second : all.try_emplace(std::string(name), name).first->second;
}

/// Which names stand as `{{#name}}` in a view.
void note_sections(std::string const& source) {
  replaced(source, "{{#", "}}", [](std::string_view section) {
    known_name(section).shows = true;
    if (section.starts_with("no_")) known_name(section.substr(3)).shows_absent = true;
    return std::string();
  });
}

std::mutex& registry_mutex() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace

void add_views(std::span<base::Embedded const> views) {
  for (auto const& view : views) sources()[std::string(view.name.substr(0, view.name.rfind(".html")))] = view.text;
}

std::string view_source(std::string_view name) {
  auto const found = sources().find(name);
  if (found == sources().end()) return {};
  return replaced(found->second, "{{>", "}}", [](std::string_view part) {
    auto const included = view_source(part);
    if (included.empty()) throw std::runtime_error("a view includes " + std::string(part) + ", which is not there");
    return included;
  });
}

void ready() {
  std::lock_guard const lock(registry_mutex());
  for (auto const& [name, text] : sources()) note_sections(text);
  base::each_enumerator<i18n::Language>([](i18n::Language language) {
    i18n::Words const tr(language);
    for (auto const& [name, text] : sources()) {
      auto const source = "{{%AUTOESCAPE context=\"HTML\"}}\n" + translated(view_source(name), tr);
      if (!ctemplate::StringToTemplateCache(key_of(name, language), source, ctemplate::STRIP_WHITESPACE)) {
        throw std::runtime_error("the view " + name + " is not well-formed");
      }
    }
  });
}

namespace detail {

void fill_context(ctemplate::TemplateDictionary& dictionary, Context const& context) {
  dictionary.SetTemplateGlobalValue("csrf", context.csrf);
  dictionary.SetTemplateGlobalValue("once", context.once);
}

Name::Name(std::string_view name)
    : text(name),
      absent_text("no_" + text),
      present{{text.data(), text.size(), 0}},
      absent{{absent_text.data(), absent_text.size(), 0}} {
  ctemplate::StaticTemplateStringInitializer const first(&present);
  ctemplate::StaticTemplateStringInitializer const second(&absent);
}

Name const& name_of(std::string_view name) {
  std::lock_guard const lock(registry_mutex());
  return known_name(name);
}

void fill_text(ctemplate::TemplateDictionary& dictionary, Name const& name, std::string_view text) {
  dictionary.SetValueWithoutCopy(name.present, ctemplate::TemplateString(text.data(), text.size()));
}

void fill_copy(ctemplate::TemplateDictionary& dictionary, Name const& name, std::string_view text) {
  dictionary.SetValue(name.present, ctemplate::TemplateString(text.data(), text.size()));
}

void fill_flag(ctemplate::TemplateDictionary& dictionary, Name const& name, bool shown) {
  if (shown ? name.shows : name.shows_absent) dictionary.ShowSection(shown ? name.present : name.absent);
}

ctemplate::TemplateDictionary& section(ctemplate::TemplateDictionary& dictionary, Name const& name) {
  return *dictionary.AddSectionDictionary(name.present);
}

std::string expand(std::string_view view, i18n::Language language, ctemplate::TemplateDictionary const& dictionary) {
  std::string result;
  result.reserve(usual_length);
  if (!ctemplate::ExpandTemplate(key_of(view, language), ctemplate::STRIP_WHITESPACE, &dictionary, &result)) {
    throw std::runtime_error("there is no view " + std::string(view));
  }
  return result;
}

void register_view(std::string_view view, Names names) {
  std::lock_guard const lock(registry_mutex());
  auto& known = registry()[std::string(view)];
  known.members.merge(names.members);
  known.shadowing.merge(names.shadowing);
}

}  // namespace detail

std::vector<Registered> registered_views() {
  std::lock_guard const lock(registry_mutex());
  std::vector<Registered> all;
  for (auto const& [view, names] : registry()) all.push_back({view, names.members, names.shadowing});
  return all;
}

}  // namespace lenig::html
