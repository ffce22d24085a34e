// Addresses that letters of the board come back from, for who can find out the right one.
#include "platform/base/collected.hpp"
#include "platform/mail/bounce.hpp"
#include "programme/bounced.hpp"
#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

constexpr char const* path_here = "/programma/onbestelbaar";

struct BounceLine {
  std::string address;
  std::vector<std::string> owners;
  std::string when;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(BounceLine, (), (address, owners, when, reason))

struct BouncesView {
  static constexpr std::string_view view = "programme/bounces";
  bool has_bounces = false;
  std::vector<BounceLine> bounces;
};
BOOST_DESCRIBE_STRUCT(BouncesView, (), (has_bounces, bounces))

struct ClearDraft {
  std::string address;
};
BOOST_DESCRIBE_STRUCT(ClearDraft, (), (address))

BounceLine line_of(Bounced const& one, i18n::Words const& tr) {
  auto const at = base::local_time(one.bounce.at);
  return {one.bounce.address, one.people, tr("{}, {} uur", tr.day(at.date), at.clock()),
          one.bounce.reason.empty() ? one.bounce.status : one.bounce.reason};
}

}  // namespace

Response show_bounces(Visit& visit) {
  auto const bounced = visit.read([&](db::Reading& reading) { return bounced_of(reading, visit.viewer.board); });
  BouncesView const view{!bounced.empty(),
                         base::collected(bounced, [&](auto const& one) { return line_of(one, visit.tr); })};
  return visit.page({.title = visit.tr("Adressen die post terugsturen"),
                     .crumbs = programmes_crumb(visit.tr),
                     .holds = {access::Matter::bounce},
                     .content = visit.render(view)});
}

Response post_bounce_clear(Visit& visit) {
  auto const filled = visit.read_form<ClearDraft>();
  bool const cleared =
      visit.write([&](db::Transaction& tx) { return clear_bounced(tx, visit.actor(), filled->address); });
  return visit.see_other(path_here, cleared ? visit.tr("Het adres staat er niet meer bij.")
                                            : visit.tr("Dit adres stond er al niet meer bij."));
}

}  // namespace lenig::programme::pages
