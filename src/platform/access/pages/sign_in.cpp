#include "platform/access/sign_in.hpp"

#include "platform/access/pages/entrance_pages.hpp"
#include "platform/access/session.hpp"
#include "platform/http/cookies.hpp"

namespace lenig::access::pages {

namespace {

struct SignInView {
  static constexpr std::string_view view = "access/sign_in";
  std::string refusal;
  std::string email;
  bool demo = false;
  std::vector<DemoLogin> logins;
};
BOOST_DESCRIBE_STRUCT(SignInView, (), (refusal, email, demo, logins))

http::Response shown(Visit& visit, Entrance const& entrance, std::string const& refusal, int status) {
  SignInView const view{.refusal = refusal,
                        .email = visit.form.value("email").value_or(""),
                        .demo = !entrance.logins.empty(),
                        .logins = entrance.logins};
  auto const title = refusal.empty() ? visit.tr("Aanmelden") : visit.tr("Niet gelukt: {}", visit.tr("Aanmelden"));
  return visit.page({.title = title, .content = visit.render(view), .width = Width::narrow}, status);
}

std::string words_for(SignInRefused const& refused, i18n::Words const& tr) {
  switch (refused.why) {
    case SignInRefused::Why::wrong:
      return tr("Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer beide, of kies een nieuw wachtwoord.");
    case SignInRefused::Why::wait:
      return tr.n("Er is te vaak een verkeerd wachtwoord ingevuld. Probeer het over {} seconde opnieuw.",
                  "Er is te vaak een verkeerd wachtwoord ingevuld. Probeer het over {} seconden opnieuw.",
                  refused.wait.count());
  }
  return {};
}

void keep(Visit& visit, Entrance const& entrance, char const* name, std::string const& value,
          std::chrono::seconds how_long) {
  http::CookieOptions const options{.max_age = how_long, .secure = entrance.secure_cookies};
  visit.cookies.emplace_back("Set-Cookie", http::set_cookie(name, value, options));
}

}  // namespace

http::Response show_sign_in(Visit& visit, Entrance const& entrance) {
  if (visit.viewer.is_signed_in()) return visit.see_other("/");
  return shown(visit, entrance, {}, 200);
}

http::Response post_sign_in(Visit& visit, Entrance const& entrance) {
  auto draft = *visit.read_form<SignIn>();
  draft.password = visit.form.value("password").value_or("");  // as it was typed, as when it was chosen
  Door const door{.remote = visit.request.remote,
                  .device_secret = std::string(visit.request.cookie("lenig_device").value_or("")),
                  .device = device_name(visit.request.header("user-agent").value_or(""))};
  auto const signed_in = sign_in(*entrance.database, draft, door, base::Instant::now());
  if (!signed_in) return shown(visit, entrance, words_for(signed_in.error(), visit.tr), 422);
  keep(visit, entrance, "lenig_session", signed_in->session_secret, std::chrono::hours{30 * 24});
  keep(visit, entrance, "lenig_device", signed_in->device_secret, std::chrono::hours{400 * 24});
  return visit.see_other("/");
}

http::Response post_sign_out(Visit& visit, Entrance const& entrance) {
  auto const secret = visit.request.cookie("lenig_session");
  if (secret) visit.write([&](db::Transaction& tx) { end_session(tx, std::string(*secret)); });
  keep(visit, entrance, "lenig_session", "", std::chrono::seconds{0});
  return visit.see_other("/aanmelden", visit.tr("U bent afgemeld."));
}

}  // namespace lenig::access::pages
