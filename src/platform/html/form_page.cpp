#include "platform/html/form_page.hpp"

#include <algorithm>

namespace lenig::html {

namespace {

/// What a field says to its reader: its text, or what is chosen in it.
std::string said_by(Field const& field) {
  if (field.is_flag) return field.checked ? field.label : "";
  if (field.options.empty()) return base::cleaned(field.value).value_or(field.value);
  std::vector<std::string> chosen;
  for (auto const& option : field.options) {
    if (option.chosen) chosen.push_back(option.label);
  }
  return base::joined(chosen, ", ");
}

}  // namespace

FormBuilder::FormBuilder(i18n::Words const& tr, std::string heading, std::string action, std::string submit)
    : tr_(tr), form_{.heading = std::move(heading), .action = std::move(action), .submit = std::move(submit)} {}

FormBuilder& FormBuilder::intro(std::string text) {
  form_.intro = std::move(text);
  return *this;
}

FormBuilder& FormBuilder::cancel(std::string path) {
  form_.cancel = std::move(path);
  return *this;
}

Field& FormBuilder::add(std::string name, std::string label, std::string hint) {
  return form_.fields.emplace_back(Field{.name = std::move(name), .label = std::move(label), .hint = std::move(hint)});
}

FormBuilder& FormBuilder::text(std::string name, std::string label, std::string hint) {
  auto& added = add(std::move(name), std::move(label), std::move(hint));
  added.is_input = true;
  added.type = "text";
  added.autocomplete = "off";
  return *this;
}

FormBuilder& FormBuilder::optional_text(std::string name, std::string label, std::string hint) {
  text(std::move(name), std::move(label), std::move(hint));
  form_.fields.back().optional = true;
  return *this;
}

FormBuilder& FormBuilder::email(std::string name, std::string label, std::string hint) {
  text(std::move(name), std::move(label), std::move(hint));
  form_.fields.back().type = "email";
  form_.fields.back().autocomplete = "email";
  return *this;
}

FormBuilder& FormBuilder::password(std::string name, std::string label, std::string autocomplete, std::string hint) {
  text(std::move(name), std::move(label), std::move(hint));
  form_.fields.back().type = "password";
  form_.fields.back().autocomplete = std::move(autocomplete);
  return *this;
}

FormBuilder& FormBuilder::area(std::string name, std::string label, std::string hint) {
  add(std::move(name), std::move(label), std::move(hint)).is_area = true;
  return *this;
}

FormBuilder& FormBuilder::optional_area(std::string name, std::string label, std::string hint) {
  area(std::move(name), std::move(label), std::move(hint));
  form_.fields.back().optional = true;
  return *this;
}

FormBuilder& FormBuilder::number(std::string name, std::string label, std::string hint) {
  text(std::move(name), std::move(label), std::move(hint));
  form_.fields.back().numeric = true;
  form_.fields.back().short_value = true;
  return *this;
}

FormBuilder& FormBuilder::date(std::string name, std::string label, std::string hint) {
  text(std::move(name), std::move(label), std::move(hint));
  form_.fields.back().type = "date";
  form_.fields.back().short_value = true;
  return *this;
}

FormBuilder& FormBuilder::optional_date(std::string name, std::string label, std::string hint) {
  date(std::move(name), std::move(label), std::move(hint));
  form_.fields.back().optional = true;
  return *this;
}

FormBuilder& FormBuilder::moment(std::string name, std::string label, std::string hint) {
  text(std::move(name), std::move(label), std::move(hint));
  form_.fields.back().type = "datetime-local";
  return *this;
}

FormBuilder& FormBuilder::choice(std::string name, std::string label, std::vector<Option> options, std::string hint) {
  auto& added = add(std::move(name), std::move(label), std::move(hint));
  added.is_choice = true;
  added.options = std::move(options);
  return *this;
}

FormBuilder& FormBuilder::optional_choice(std::string name, std::string label, std::vector<Option> options,
                                          std::string hint) {
  options.insert(options.begin(), Option{.value = "", .label = tr_("Geen keuze")});
  choice(std::move(name), std::move(label), std::move(options), std::move(hint));
  form_.fields.back().optional = true;
  return *this;
}

FormBuilder& FormBuilder::options(std::string name, std::string label, std::vector<Option> options, std::string hint) {
  auto& added = add(std::move(name), std::move(label), std::move(hint));
  added.is_options = true;
  added.options = std::move(options);
  return *this;
}

FormBuilder& FormBuilder::many(std::string name, std::string label, std::vector<Option> options, std::string hint) {
  auto& added = add(std::move(name), std::move(label), std::move(hint));
  added.is_many = true;
  added.options = std::move(options);
  return *this;
}

FormBuilder& FormBuilder::flag(std::string name, std::string label, std::string hint) {
  add(std::move(name), std::move(label), std::move(hint)).is_flag = true;
  return *this;
}

FormBuilder& FormBuilder::hidden(std::string name, std::string value) {
  form_.hidden.push_back({std::move(name), std::move(value)});
  return *this;
}

FormBuilder& FormBuilder::start(std::string const& name, std::string value) {
  return start_all(name, {std::move(value)});
}

FormBuilder& FormBuilder::start_all(std::string const& name, std::vector<std::string> const& values) {
  auto* const found = field(name);
  if (found == nullptr) return *this;
  found->value = values.empty() ? "" : values.front();
  found->checked = !found->value.empty();
  for (auto& option : found->options)
    option.chosen = std::find(values.begin(), values.end(), option.value) != values.end();
  return *this;
}

FormBuilder& FormBuilder::filled(Sent const& sent, std::optional<Objection> const& objection) {
  take(sent);
  if (objection) object(objection->field, objection->message);
  return *this;
}

bool FormBuilder::is_stale(Sent const& sent) const {
  auto const seen = sent.value(seen_field);
  auto const now =
      std::find_if(form_.hidden.begin(), form_.hidden.end(), [](Hidden const& one) { return one.name == seen_field; });
  return seen && now != form_.hidden.end() && *seen != now->value;
}

void FormBuilder::take(Sent const& sent) {
  auto const now = form_.fields;
  for (auto const& one : now) {
    if (one.type != "password") start_all(one.name, sent.values(one.name));
  }
  if (is_stale(sent)) tell_of_change(now);
}

void FormBuilder::tell_of_change(std::vector<Field> const& now) {
  form_.refusal = tr_(
      "Iemand anders heeft dit intussen gewijzigd. Wat u typte staat er nog, met erbij wat er nu staat. Bewaart u nog "
      "een keer, dan geldt wat u typte.");
  for (std::size_t i = 0; i < now.size(); ++i) {
    auto const said = said_by(now[i]);
    if (said != said_by(form_.fields[i])) form_.fields[i].error = tr_("Nu staat er: {}", said.empty() ? "–" : said);
  }
}

Field* FormBuilder::field(std::string_view name) {
  auto const found =
      std::find_if(form_.fields.begin(), form_.fields.end(), [&](Field const& one) { return one.name == name; });
  return found == form_.fields.end() ? nullptr : &*found;
}

void FormBuilder::object(std::string const& name, std::string const& message) {
  if (auto* const found = field(name)) {
    found->error = message;
  } else {
    form_.refusal = message;
  }
}

std::string FormBuilder::words_for(FieldFault fault) const {
  switch (fault) {
    case FieldFault::missing: return tr_("Vul dit in.");
    case FieldFault::not_a_number: return tr_("Vul een getal in, bijvoorbeeld 8 of 0,8.");
    case FieldFault::not_a_date: return tr_("Vul een datum in die bestaat, als jjjj-mm-dd.");
    case FieldFault::not_a_moment: return tr_("Vul een dag en een tijd in, als jjjj-mm-ddTuu:mm.");
    case FieldFault::not_a_choice: return tr_("Kies een van de mogelijkheden.");
    case FieldFault::too_long: return tr_("Deze tekst is te lang: hoogstens 10.000 tekens.");
    case FieldFault::not_text: return tr_("Deze tekst bevat tekens die niet te lezen zijn; typ haar opnieuw.");
  }
  return {};
}

FormView FormBuilder::build() const {
  auto form = form_;
  for (auto& one : form.fields) {
    if (!one.hint.empty()) one.described_by = "hint-" + one.name;
    if (!one.error.empty()) one.described_by += (one.described_by.empty() ? "" : " ") + ("error-" + one.name);
    if (!one.error.empty()) form.faulty.push_back(one);
  }
  form.has_faulty = !form.faulty.empty();
  form.wrong = form.has_faulty || !form.refusal.empty();
  return form;
}

}  // namespace lenig::html
