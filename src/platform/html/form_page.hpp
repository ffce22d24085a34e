#pragma once

#include <string>
#include <vector>

#include "platform/base/random.hpp"
#include "platform/html/form.hpp"
#include "platform/html/view.hpp"

namespace lenig::html {

struct Option {
  std::string value;
  std::string label;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(Option, (), (value, label, chosen))

/// One field as the template draws it; exactly one of the flags says how.
struct Field {
  std::string name;
  std::string label;
  std::string hint;
  std::string error;
  std::string value;
  std::string type;          // of an input: text, email, password, date, datetime-local, url
  std::string autocomplete;  // what the browser may fill in
  std::string described_by;  // ids of hint and error
  bool is_input = false;
  bool is_area = false;
  bool is_choice = false;   // a select
  bool is_options = false;  // radio buttons
  bool is_many = false;     // checkboxes of one name
  bool is_flag = false;     // one checkbox
  bool checked = false;
  bool optional = false;
  bool numeric = false;
  bool short_value = false;
  std::vector<Option> options;
};
BOOST_DESCRIBE_STRUCT(Field, (),
                      (name, label, hint, error, value, type, autocomplete, described_by, is_input, is_area, is_choice,
                       is_options, is_many, is_flag, checked, optional, numeric, short_value, options))

struct Hidden {
  std::string name;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(Hidden, (), (name, value))

/// A page that is one form: drawn by `html/form.html`.
struct FormView {
  static constexpr std::string_view view = "html/form";
  std::string heading;
  std::string intro;
  std::string action;
  bool wrong = false;
  std::string refusal;  // what is wrong with the whole
  bool has_faulty = false;
  std::vector<Field> faulty;
  std::vector<Field> fields;
  std::vector<Hidden> hidden;
  std::string submit;
  std::string cancel;  // where the way back leads
};
BOOST_DESCRIBE_STRUCT(FormView, (),
                      (heading, intro, action, wrong, refusal, has_faulty, faulty, fields, hidden, submit, cancel))

/// What a use case had against the draft: said at a field, or at the whole form when `field` is empty.
struct Objection {
  std::string field;
  std::string message;
};

/// Builds a form page: what was typed comes back, each fault stands at its field.
class FormBuilder {
 public:
  FormBuilder(i18n::Words const& tr, std::string heading, std::string action, std::string submit);

  FormBuilder& intro(std::string text);
  FormBuilder& cancel(std::string path);
  FormBuilder& text(std::string name, std::string label, std::string hint = {});
  FormBuilder& optional_text(std::string name, std::string label, std::string hint = {});
  FormBuilder& email(std::string name, std::string label, std::string hint = {});
  FormBuilder& password(std::string name, std::string label, std::string autocomplete, std::string hint = {});
  FormBuilder& area(std::string name, std::string label, std::string hint = {});
  FormBuilder& optional_area(std::string name, std::string label, std::string hint = {});
  FormBuilder& number(std::string name, std::string label, std::string hint = {});
  FormBuilder& date(std::string name, std::string label, std::string hint = {});
  FormBuilder& optional_date(std::string name, std::string label, std::string hint = {});
  FormBuilder& moment(std::string name, std::string label, std::string hint = {});
  FormBuilder& choice(std::string name, std::string label, std::vector<Option> options, std::string hint = {});
  FormBuilder& optional_choice(std::string name, std::string label, std::vector<Option> options, std::string hint = {});
  FormBuilder& options(std::string name, std::string label, std::vector<Option> options, std::string hint = {});
  FormBuilder& many(std::string name, std::string label, std::vector<Option> options, std::string hint = {});
  FormBuilder& flag(std::string name, std::string label, std::string hint = {});
  FormBuilder& hidden(std::string name, std::string value);

  /// What the fields hold before anybody typed.
  FormBuilder& start(std::string const& name, std::string value);
  FormBuilder& start_all(std::string const& name, std::vector<std::string> const& values);
  /// All of what stands there now. The form remembers it, and so finds out when somebody else changes it meanwhile.
  template <base::DescribedStruct Draft>
  FormBuilder& start(Draft const& now) {
    std::string shown;
    base::each_member<Draft>([&](std::string_view name, auto member) {
      auto const typed = detail::typed_of(now.*member);
      for (auto const& one : typed) shown.append(name).append("=").append(one).append("\n");
      start_all(std::string(name), typed);
    });
    return hidden(std::string(seen_field), base::sha256_hex(shown));
  }

  /// Whether what stands there now (`start`) is no longer what the sender saw. A sender that doesn't say what it saw
  /// has seen nothing else.
  bool is_stale(Sent const& sent) const;

  /// What was typed, with what is wrong with it; of a stale form also what stands there now. Sent once more, it is
  /// saved: by then its sender knows.
  template <class Draft>
  FormBuilder& filled(Filled<Draft> const& filled, std::optional<Objection> const& objection = std::nullopt) {
    take(filled.sent);
    for (auto const& [name, fault] : filled.faults) object(name, words_for(fault));
    if (objection) object(objection->field, objection->message);
    return *this;
  }
  FormBuilder& filled(Sent const& sent, std::optional<Objection> const& objection);

  FormView build() const;

 private:
  Field& add(std::string name, std::string label, std::string hint);
  Field* field(std::string_view name);
  void take(Sent const& sent);
  void tell_of_change(std::vector<Field> const& now);
  void object(std::string const& name, std::string const& message);
  std::string words_for(FieldFault fault) const;

  i18n::Words tr_;
  FormView form_;
};

}  // namespace lenig::html
