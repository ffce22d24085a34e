// When the letters arrive that may wait: at once, or gathered every day or week.
#include "platform/access/account.hpp"
#include "platform/access/pages/entrance_pages.hpp"
#include "platform/mail/preference.hpp"

namespace lenig::access::pages {

namespace {

constexpr int hours_of_day = 24;

std::string words_for(mail::Rhythm rhythm, i18n::Words const& tr) {
  switch (rhythm) {
    case mail::Rhythm::at_once: return tr("Meteen, elke brief apart");
    case mail::Rhythm::daily: return tr("Elke dag één brief");
    case mail::Rhythm::weekly: return tr("Elke week één brief");
  }
  return {};
}

std::vector<html::Option> rhythm_options(i18n::Words const& tr) {
  std::vector<html::Option> options;
  base::each_enumerator<mail::Rhythm>(
      [&](mail::Rhythm one) { options.push_back({std::string(base::name_of(one)), words_for(one, tr)}); });
  return options;
}

std::vector<html::Option> hour_options() {
  std::vector<html::Option> options;
  for (int hour = 0; hour < hours_of_day; ++hour)
    options.push_back({std::to_string(hour), base::LocalTime{base::Date(), hour * 60}.clock()});
  return options;
}

std::vector<html::Option> weekday_options(i18n::Words const& tr) {
  return {{"1", tr("maandag")}, {"2", tr("dinsdag")},  {"3", tr("woensdag")}, {"4", tr("donderdag")},
          {"5", tr("vrijdag")}, {"6", tr("zaterdag")}, {"7", tr("zondag")}};
}

std::string address_of(Visit& visit) {
  auto const account = visit.read([&](db::Reading& reading) { return account_of(reading, visit.viewer.person); });
  return account ? account->email : "";
}

html::FormBuilder form_of(Visit const& visit, std::string const& address, mail::Preference const& now) {
  auto const& tr = visit.tr;
  html::FormBuilder form(tr, tr("Wanneer komt uw post?"), "/account/brieven", tr("Bewaar"));
  form.intro(tr("Uitnodigingen, wijzigingen en wat met uw account te maken heeft komen altijd meteen. Herinneringen en "
                "verzoeken kunnen wachten: kies wanneer zij samen in één brief komen, op {}.",
                address))
      .options("rhythm", tr("Brieven die kunnen wachten"), rhythm_options(tr))
      .choice("hour", tr("Hoe laat"), hour_options())
      .choice("weekday", tr("Welke dag"), weekday_options(tr), tr("Alleen als u één brief in de week kiest."))
      .cancel("/account")
      .start(now);
  return form;
}

html::Objection objection_to(mail::PreferenceRefusal why, i18n::Words const& tr) {
  switch (why) {
    case mail::PreferenceRefusal::no_such_hour: return {"hour", tr("Kies een tijd uit de lijst.")};
    case mail::PreferenceRefusal::no_such_weekday: return {"weekday", tr("Kies een dag uit de lijst.")};
  }
  return {};
}

http::Response page(Visit& visit, html::FormBuilder const& form) {
  return visit.form_page(form.build(), {{visit.tr("Account"), "/account"}}, {Matter::own_account});
}

}  // namespace

http::Response show_letters(Visit& visit) {
  auto const address = address_of(visit);
  auto const now = visit.read([&](db::Reading& reading) { return mail::preference_of(reading, address); });
  return page(visit, form_of(visit, address, now));
}

http::Response post_letters(Visit& visit) {
  auto const address = address_of(visit);
  auto const now = visit.read([&](db::Reading& reading) { return mail::preference_of(reading, address); });
  auto const filled = visit.read_form<mail::Preference>();
  auto form = form_of(visit, address, now);
  if (!filled || form.is_stale(visit.form)) return page(visit, form.filled(filled));
  auto const kept = visit.write([&](db::Transaction& tx) { return mail::prefer(tx, address, *filled); });
  if (!kept) return page(visit, form.filled(filled, objection_to(kept.error(), visit.tr)));
  return visit.see_other("/account", visit.tr("Bewaard. Wat al klaarligt komt ook dan."));
}

}  // namespace lenig::access::pages
