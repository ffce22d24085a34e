#include "organisation/pages/appointment_fields.hpp"

namespace lenig::organisation::pages {

void add_function_fields(html::FormBuilder& form, i18n::Words const& tr, std::vector<std::string> const& functions) {
  std::vector<html::Option> options{{"", tr("Kies een functie")}};
  for (auto const& name : functions) options.push_back({name, name});
  form.choice("function", tr("Functie"), std::move(options))
      .optional_text("other_function", tr("Andere functie"), tr("Alleen als de functie niet in de lijst staat."));
}

void add_appointment_fields(html::FormBuilder& form, i18n::Words const& tr, std::vector<std::string> const& functions) {
  add_function_fields(form, tr, functions);
  form.number("fte", tr("Omvang in fte"), tr("Een volle baan is 1; vier dagen is 0,8."))
      .date("starts_on", tr("Eerste dag"))
      .optional_date("ends_on", tr("Laatste dag"), tr("Leeg zolang die niet vaststaat."));
}

std::string function_of(std::string const& chosen, std::string const& typed) { return typed.empty() ? chosen : typed; }

}  // namespace lenig::organisation::pages
