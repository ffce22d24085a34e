#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/access/visit.hpp"

namespace lenig::access {

/// Who may use a route. There is no other way to make one than by saying so.
class Access {
 public:
  /// What the table says of this matter, for the viewer as they stand to the thing in the path (`{id}`), or, when the
  /// path names none, to their own board.
  static Access may(Action action, Matter matter) { return {action, matter}; }

  Action action() const { return action_; }
  Matter matter() const { return matter_; }

 private:
  Access(Action action, Matter matter) : action_(action), matter_(matter) {}

  Action action_;
  Matter matter_;
};

using Handler = std::function<http::Response(Visit&)>;

/// How the viewer stands to the thing with this id; nothing when there is no such thing within their sight.
using Resolver = std::function<std::optional<Relations>(db::Reading&, Viewer const&, std::string const& id)>;

struct Route {
  http::Method method;
  std::string pattern;  // /organisatie/mens/{id}
  Access access;
  Handler handler;
  Resolver resolver;  // of the thing that {id} names; empty when the pattern has none
};

/// What exists, and who may. A route without an access rule does not compile.
class Routes {
 public:
  /// Routes added by the result name things of this kind as {id}.
  class Of {
   public:
    Of(Routes& routes, Resolver resolver) : routes_(&routes), resolver_(std::move(resolver)) {}
    Of& get(std::string pattern, Access access, Handler handler);
    Of& post(std::string pattern, Access access, Handler handler);

   private:
    Routes* routes_;
    Resolver resolver_;
  };

  void get(std::string pattern, Access access, Handler handler);
  void post(std::string pattern, Access access, Handler handler);
  Of of(Resolver resolver) { return {*this, std::move(resolver)}; }

  /// The route of a path. A segment `{id}` or `{…_id}` takes an id only, another `{name}` any segment.
  std::optional<Match> match(http::Method method, std::string_view path) const;
  /// Whether the path exists for another method.
  bool knows(std::string_view path) const;
  std::vector<Route> const& all() const { return routes_; }

 private:
  void add(Route route);

  std::vector<Route> routes_;
  std::multimap<std::string, std::size_t, std::less<>> by_first_segment_;
};

}  // namespace lenig::access
