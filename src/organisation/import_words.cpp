#include "organisation/import_fault.hpp"

namespace lenig::organisation {

std::string words_for(ImportFault const& fault, i18n::Words const& tr) {
  switch (fault.why) {
    case ImportWhy::file_empty: return tr("er staat niets in dit bestand");
    case ImportWhy::column_missing: return tr("er is geen kolom voor “{}”", fault.given);
    case ImportWhy::values_missing: return tr("deze regel heeft te weinig waarden: er staan er {}", fault.given);
    case ImportWhy::value_missing: return tr("vul dit in");
    case ImportWhy::not_text: return tr("deze tekens zijn niet te lezen: sla het bestand op als CSV UTF-8");
    case ImportWhy::not_a_number: return tr("“{}” is geen getal; schrijf bijvoorbeeld 0,8", fault.given);
    case ImportWhy::not_a_date:
      return tr("“{}” is geen datum; schrijf bijvoorbeeld 1-8-2026 of 2026-08-01", fault.given);
    case ImportWhy::given_name_missing: return tr("vul de voornaam of voorletters in");
    case ImportWhy::family_name_missing: return tr("vul de achternaam in");
    case ImportWhy::name_too_long: return tr("een naam is hoogstens 100 tekens lang");
    case ImportWhy::email_missing: return tr("vul het e-mailadres in");
    case ImportWhy::email_wrong: return tr("dit is geen e-mailadres");
    case ImportWhy::email_taken: return tr("dit e-mailadres is al van iemand anders");
    case ImportWhy::function_missing: return tr("vul de functie in");
    case ImportWhy::fte_out_of_range: return tr("de omvang ligt tussen 0 en 1,5 fte");
    case ImportWhy::ends_before_start: return tr("de einddatum ligt voor de begindatum");
    case ImportWhy::unit_unknown:
      return tr("“{}” kennen wij niet: voeg die school of dat team eerst toe, of verbeter de naam", fault.given);
    case ImportWhy::unit_ambiguous:
      return tr("meer dan één school of team heet “{}”: geef ze eerst verschillende namen", fault.given);
    case ImportWhy::name_contradicts: return tr("op regel {} staat bij dit e-mailadres een andere naam", fault.given);
    case ImportWhy::appointment_contradicts:
      return tr("op regel {} staat iets anders over deze aanstelling", fault.given);
    case ImportWhy::number_missing:
      return tr("hier staan de scholen van {} besturen: zeg welk nummer van het bevoegd gezag van u is", fault.given);
    case ImportWhy::number_unknown:
      return tr("het bevoegd gezag {} heeft in dit bestand geen scholen: kijk het nummer na", fault.given);
    case ImportWhy::code_wrong: return tr("“{}” is geen code van een school; die is als 00AP of 00AP00", fault.given);
    case ImportWhy::school_contradicts: return tr("op regel {} staat iets anders over deze vestiging", fault.given);
    case ImportWhy::own: return tr("over uw eigen aanstelling beslist iemand anders");
  }
  return {};
}

}  // namespace lenig::organisation
