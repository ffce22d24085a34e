#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/html/view.hpp"

namespace lenig::html {

struct Link {
  std::string label;
  std::string path;
  bool current = false;
};
BOOST_DESCRIBE_STRUCT(Link, (), (label, path, current))

struct Choice {
  std::string value;
  std::string label;
  bool current = false;
};
BOOST_DESCRIBE_STRUCT(Choice, (), (value, label, current))

/// What was just done, and how to take it back.
struct Flash {
  std::string text;
  std::string undo;  // the id of the step that can be undone
};
BOOST_DESCRIBE_STRUCT(Flash, (), (text, undo))

/// A line of "Wie ziet dit?".
struct Seen {
  std::string what;
  std::string by;
};
BOOST_DESCRIBE_STRUCT(Seen, (), (what, by))

/// What stands around every page.
struct Frame {
  static constexpr std::string_view view = "html/frame";
  std::string language;
  std::string theme;
  std::string title;
  std::string style;  // paths of the built-in files
  std::string script;
  std::string icon;
  std::string logo;
  std::string version;
  bool signed_in = false;
  bool wide = false;
  bool narrow = false;
  std::string name;
  std::string first_name;
  std::string initials;
  std::string place;
  std::string here;  // the path of this page, to come back to
  std::vector<Link> navigation;
  bool has_crumbs = false;
  std::vector<Link> crumbs;
  bool has_boards = false;  // more than one to look from
  std::vector<Choice> boards;
  std::vector<Choice> languages;
  std::vector<Choice> themes;
  std::optional<Flash> flash;
  bool has_seen = false;
  std::vector<Seen> seen;
  Html content;
};
BOOST_DESCRIBE_STRUCT(Frame, (),
                      (language, theme, title, style, script, icon, logo, version, signed_in, wide, narrow, name,
                       first_name, initials, place, here, navigation, has_crumbs, crumbs, has_boards, boards, languages,
                       themes, flash, has_seen, seen, content))

/// A page that says one thing and shows the way on.
struct Notice {
  static constexpr std::string_view view = "html/notice";
  std::string heading;
  std::string text;
  std::string request;  // the id of the request, when something broke
  std::string path;
  std::string action;
};
BOOST_DESCRIBE_STRUCT(Notice, (), (heading, text, request, path, action))

}  // namespace lenig::html
