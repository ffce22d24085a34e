#include "platform/access/password.hpp"

#include "platform/access/account.hpp"
#include "platform/access/pages/entrance_pages.hpp"
#include "platform/mail/mail.hpp"

namespace lenig::access::pages {

namespace {

constexpr int most_resets_an_hour = 3;

struct ForgottenDraft {
  std::string email;
};
BOOST_DESCRIBE_STRUCT(ForgottenDraft, (), (email))

html::FormBuilder forgotten_form(i18n::Words const& tr) {
  html::FormBuilder form(tr, tr("Wachtwoord vergeten"), "/wachtwoord-vergeten", tr("Stuur mij een link"));
  form.intro(tr("Vul uw e-mailadres in. U krijgt een link waarmee u een nieuw wachtwoord kiest."))
      .email("email", tr("E-mailadres"))
      .cancel("/aanmelden");
  return form;
}

/// The answer is the same whether or not there is such an account: nobody learns here who has one.
void send_reset(Visit& visit, Entrance const& entrance, std::string const& email) {
  visit.write([&](db::Transaction& tx) {
    auto const account = account_by_email(tx, email);
    if (!account) return;
    auto const now = base::Instant::now();
    if (resets_within_the_hour(tx, account->person, now) >= most_resets_an_hour) return;
    auto const secret = make_ticket(tx, account->person, TicketKind::reset, now);
    mail::queue(
        tx,
        {.to = account->email,
         .subject = visit.tr("Een nieuw wachtwoord voor Lenig"),
         .text = visit.tr(
             "U vroeg om een nieuw wachtwoord voor Lenig. Kies het via deze link; hij werkt één keer, een uur "
             "lang:\n\n{}\n\nHebt u dit niet gevraagd? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.\n",
             entrance.address + "/wachtwoord/" + secret)});
  });
}

html::Objection words_for(SetPasswordRefusal why, i18n::Words const& tr) {
  switch (why) {
    case SetPasswordRefusal::link_used_up: return {"", tr("Deze link is gebruikt of verlopen. Vraag een nieuwe aan.")};
    case SetPasswordRefusal::too_short:
      return {"password", tr("Kies ten minste 12 tekens, bijvoorbeeld drie of vier woorden.")};
    case SetPasswordRefusal::too_long: return {"password", tr("Kies hoogstens 200 tekens.")};
    case SetPasswordRefusal::too_common:
      return {"password",
              tr("Dit wachtwoord is te makkelijk te raden. Kies drie of vier woorden die niet bij elkaar horen.")};
    case SetPasswordRefusal::differs:
      return {"again", tr("Dit is een ander wachtwoord dan hierboven. Typ het nog eens.")};
  }
  return {};
}

html::FormBuilder password_form(Visit const& visit) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Kies een wachtwoord"), visit.request.path, tr("Bewaar wachtwoord"));
  form.intro(tr("Daarna kunt u zich aanmelden. Op andere apparaten wordt u afgemeld."))
      .password("password", tr("Nieuw wachtwoord"), "new-password", tr("Ten minste 12 tekens. Een zin mag ook."))
      .password("again", tr("Nog een keer"), "new-password");
  return form;
}

http::Response used_up(Visit& visit) {
  return visit.notice(
      404, {.heading = visit.tr("Deze link werkt niet meer"),
            .text = visit.tr("Hij is gebruikt of verlopen. Vraag een nieuwe aan; dat kan zo vaak als nodig is."),
            .path = "/wachtwoord-vergeten",
            .action = visit.tr("Nieuwe link aanvragen")});
}

std::string email_of(Visit& visit, PersonId const& person) {
  auto const account = visit.read([&](db::Reading& reading) { return account_of(reading, person); });
  return account ? account->email : "";
}

}  // namespace

http::Response show_forgotten(Visit& visit) { return visit.form_page(forgotten_form(visit.tr).build()); }

http::Response post_forgotten(Visit& visit, Entrance const& entrance) {
  auto const draft = visit.read_form<ForgottenDraft>();
  if (!is_email(draft->email)) {
    html::Objection const objection{"email", visit.tr("Vul een e-mailadres in, zoals naam@school.nl.")};
    return visit.form_page(forgotten_form(visit.tr).filled(draft, objection).build());
  }
  send_reset(visit, entrance, draft->email);
  return visit.notice(
      200, {.heading = visit.tr("Kijk in uw mail"),
            .text = visit.tr(
                "Is dit adres bij Lenig bekend, dan ligt er zo een link voor een nieuw wachtwoord. Hij werkt een uur."),
            .path = "/aanmelden",
            .action = visit.tr("Naar aanmelden")});
}

http::Response show_new_password(Visit& visit) {
  auto const& ticket = visit.params.find("secret")->second;
  auto const holder =
      visit.read([&](db::Reading& reading) { return holder_of_ticket(reading, ticket, base::Instant::now()); });
  return holder ? visit.form_page(password_form(visit).build()) : used_up(visit);
}

http::Response post_new_password(Visit& visit) {
  auto const& ticket = visit.params.find("secret")->second;
  auto const now = base::Instant::now();
  auto const holder = visit.read([&](db::Reading& reading) { return holder_of_ticket(reading, ticket, now); });
  if (!holder) return used_up(visit);
  // A password is taken as it was typed: cleaning it would make it another one.
  NewPassword const draft{visit.form.value("password").value_or(""), visit.form.value("again").value_or("")};
  if (auto const why = refusal(draft, email_of(visit, *holder))) {
    return visit.form_page(password_form(visit).filled(visit.form, words_for(*why, visit.tr)).build());
  }
  auto const hash = hash_of_password(draft.password);
  auto const set = visit.write([&](db::Transaction& tx) { return set_password(tx, ticket, hash, now); });
  if (!set) return used_up(visit);
  return visit.see_other("/aanmelden", visit.tr("Uw wachtwoord is bewaard. Meld u nu aan."));
}

}  // namespace lenig::access::pages
