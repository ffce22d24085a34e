#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "platform/access/viewer.hpp"
#include "platform/db/database.hpp"
#include "platform/html/form_page.hpp"
#include "platform/html/frame.hpp"
#include "platform/http/http.hpp"
#include "platform/http/multipart.hpp"
#include "platform/vault/vault.hpp"

namespace lenig::access {

/// The same form arrived twice: it was done the first time.
class Repeated : public std::exception {};

enum class Width { usual, narrow, wide };

/// A page: what stands in the frame.
struct Page {
  std::string title;
  std::vector<html::Link> crumbs;
  std::vector<Matter> holds;  // the personal things on it: "Wie ziet dit?"
  html::Html content;
  Width width = Width::usual;
};

struct Route;

/// The route of a request, with what stands in its path.
struct Match {
  Route const* route = nullptr;
  std::map<std::string, std::string, std::less<>> params;
};

/// Where the viewer is appointed at the board that they look from.
struct Place {
  std::string unit;
  std::string name;
  Role role = Role::employee;
};

/// Opens the vault when a page first needs it.
using OpenVault = std::function<vault::Vault&()>;

/// One request on its way through a page: what was asked, by whom, and the ways to answer.
class Visit {
 public:
  Visit(http::Request const& asked, db::Database& database, OpenVault vault)
      : request(asked), tr(i18n::Language::nl), database_(&database), vault_(std::move(vault)) {}

  http::Request const& request;
  Match match;
  std::map<std::string, std::string, std::less<>> params;  // of the path
  html::Sent query;
  html::Sent form;
  std::vector<http::Upload> uploads;  // the files of a form
  Viewer viewer;
  db::Scope scope;  // whose rows the request touches
  std::vector<Place> places;
  std::string board_name;
  i18n::Words tr;
  std::string form_token;  // proves that a form came from a page of this session
  html::Frame frame;       // what stands around the page, but for its content
  html::Context context;
  http::Headers cookies;  // to be set with the answer, whatever it is

  /// An id in the path. The router let only ids through where the pattern says {id}.
  template <class Id>
  Id id(std::string_view name = "id") const {
    return Id(params.find(name)->second);
  }

  /// Whether a writing transaction of this request claimed its form.
  bool has_claimed() const { return claimed_; }

  /// The keys of people and groups, for a page that reads or writes what is theirs.
  vault::Vault& vault() const { return vault_(); }

  Actor actor() const { return {viewer.person, viewer.board, request.id, viewer.today}; }

  template <class What>
  auto read(What&& what) {
    return database_->read(scope, what);
  }

  /// One writing transaction. The first of a request claims the form's key in it, so that a form sent twice is done
  /// once; the second one finds it taken and throws Repeated.
  template <class What>
  auto write(What&& what) {
    return database_->write(scope, [&](db::Transaction& tx) {
      claim_form(tx);
      return what(tx);
    });
  }

  template <class Draft>
  html::Filled<Draft> read_form() const {
    return html::read<Draft>(form);
  }

  template <class View>
  html::Html render(View const& view) const {
    return html::render(view, context);
  }

  /// The whole page: 200, or another status.
  http::Response page(Page const& page, int status = 200);
  /// A page that is one form; 422 when something in it is refused.
  http::Response form_page(html::FormView const& form, std::vector<html::Link> crumbs = {},
                           std::vector<Matter> holds = {});
  /// A part of a page, for a page that is already there.
  http::Response fragment(html::Html const& content) const;
  /// Done: on to another page, which says what was done; with a step that can be undone when there is one.
  http::Response see_other(std::string const& path, std::string const& done = {}, std::string const& undo = {});
  /// What is not there, and what is not for this viewer: the same.
  http::Response not_found();
  /// A page that says one thing.
  http::Response notice(int status, html::Notice const& notice);

 private:
  void claim_form(db::Transaction& tx);

  db::Database* database_;
  OpenVault vault_;
  bool claimed_ = false;
};

/// The key under which a form's answer is remembered; empty when the form carries none.
std::string form_key(Visit const& visit);

}  // namespace lenig::access
