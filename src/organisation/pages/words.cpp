#include "organisation/pages/words.hpp"

#include <algorithm>

namespace lenig::organisation::pages {

namespace {

std::string first_letter(std::string const& text) {
  std::size_t end = text.empty() ? 0 : 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
  return text.substr(0, end);
}

}  // namespace

std::string name_of(UnitKind kind, i18n::Words const& tr) {
  switch (kind) {
    case UnitKind::board: return tr("Bestuur");
    case UnitKind::school: return tr("School");
    case UnitKind::team: return tr("Team");
    case UnitKind::network: return tr("Netwerk");
  }
  return {};
}

std::string initials(std::string const& given_name, std::string const& family_name) {
  return first_letter(given_name) + first_letter(family_name);
}

std::string exact(double fte, i18n::Words const& tr) {
  auto text = fmt::format("{}", fte);
  if (tr.language() == i18n::Language::nl) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::vector<html::Link> crumbs(std::vector<UnitSummary> const& above, i18n::Words const& tr) {
  std::vector<html::Link> links;
  for (auto const& unit : above) links.push_back({unit.name, path_of(unit.id)});
  if (links.empty()) links.push_back({tr("Organisatie"), "/organisatie"});
  return links;
}

html::Objection objection(UnitRefusal why, i18n::Words const& tr) {
  switch (why) {
    case UnitRefusal::name_missing: return {"name", tr("Vul een naam in.")};
    case UnitRefusal::name_too_long: return {"name", tr("Houd naam en plaats elk binnen 150 tekens.")};
    case UnitRefusal::board_within:
      return {"kind", tr("Een bestuur staat altijd bovenaan: het kan nergens onder staan en niet eindigen.")};
    case UnitRefusal::network_within:
      return {"kind", tr("Een netwerk hoort direct onder het bestuur: voeg het daar toe.")};
    case UnitRefusal::still_staffed: return {"", tr("Hier werken nog mensen. Beëindig eerst hun aanstellingen.")};
    case UnitRefusal::still_has_units: return {"", tr("Hier horen nog scholen of teams onder. Beëindig die eerst.")};
    case UnitRefusal::already_ended: return {"", tr("Dit onderdeel is al beëindigd; er verandert niets meer aan.")};
    case UnitRefusal::not_found: return {"", tr("Dit onderdeel is er niet meer. Zoek het opnieuw op.")};
  }
  return {};
}

html::Objection objection(NetworkRefusal why, i18n::Words const& tr) {
  switch (why) {
    case NetworkRefusal::no_network: return {"", tr("Alleen een netwerk dat nog loopt, heeft deelnemers.")};
    case NetworkRefusal::no_such_unit: return {"units", tr("Een van deze scholen is er niet meer. Kies opnieuw.")};
    case NetworkRefusal::no_such_code:
      return {"code", tr("Deze code werkt niet (meer). Vraag HR van het andere bestuur om een nieuwe.")};
    case NetworkRefusal::already_in: return {"units", tr("Een van deze scholen doet al mee. Kies opnieuw.")};
  }
  return {};
}

html::Objection objection(PersonRefusal why, i18n::Words const& tr) {
  switch (why) {
    case PersonRefusal::given_name_missing: return {"given_name", tr("Vul een voornaam of voorletters in.")};
    case PersonRefusal::family_name_missing: return {"family_name", tr("Vul een achternaam in.")};
    case PersonRefusal::name_too_long: return {"family_name", tr("Houd elk deel van de naam binnen 100 tekens.")};
    case PersonRefusal::email_missing: return {"email", tr("Vul een e-mailadres in.")};
    case PersonRefusal::email_wrong: return {"email", tr("Vul een e-mailadres in zoals naam@school.nl.")};
    case PersonRefusal::email_taken:
      return {"email",
              tr("Iemand anders bij uw bestuur heeft dit e-mailadres. Zoek die op, of vul een ander adres in.")};
    case PersonRefusal::not_found: return {"", tr("Deze persoon is er niet meer. Zoek opnieuw op naam.")};
  }
  return {};
}

html::Objection objection(AppointmentRefusal why, std::string const& day, i18n::Words const& tr) {
  switch (why) {
    case AppointmentRefusal::function_missing:
      return {"function", tr("Kies een functie, of vul een andere in van hoogstens 100 tekens.")};
    case AppointmentRefusal::fte_out_of_range: return {"fte", tr("Vul een getal in van 0 tot en met 1,5.")};
    case AppointmentRefusal::ends_before_start:
      return {day, tr("Deze dag ligt te vroeg: kies een dag na het begin van de aanstelling.")};
    case AppointmentRefusal::unit_ended: return {"unit", tr("Kies een plaats die er nog is.")};
    case AppointmentRefusal::not_found: return {"", tr("Deze aanstelling is er niet meer. Ga terug naar de persoon.")};
    case AppointmentRefusal::own:
      return {"", tr("Uw eigen aanstelling wijzigt u niet zelf. Vraag een collega van HR.")};
    case AppointmentRefusal::already_ended:
      return {day, tr("De aanstelling stopt al op deze dag of eerder. Kies een eerdere dag, of ga terug.")};
  }
  return {};
}

std::string words_for(InviteRefusal why, i18n::Words const& tr) {
  switch (why) {
    case InviteRefusal::not_found: return tr("Deze persoon is er niet meer. Zoek opnieuw op naam.");
    case InviteRefusal::no_email: return tr("Zonder e-mailadres kan er geen uitnodiging uit. Vul het eerst in.");
    case InviteRefusal::email_of_another:
      return tr("Met dit e-mailadres heeft iemand anders al een account. Vul een ander adres in.");
    case InviteRefusal::email_differs:
      return tr(
          "Deze persoon is eerder op een ander e-mailadres uitgenodigd. Vul dat adres weer in om opnieuw uit te "
          "nodigen.");
    case InviteRefusal::has_account:
      return tr("Deze persoon heeft al een account en kan zelf een nieuw wachtwoord aanvragen.");
  }
  return {};
}

}  // namespace lenig::organisation::pages
