#include "platform/html/form_page.hpp"

#include <gtest/gtest.h>

namespace lenig::html {
namespace {

i18n::Words const tr(i18n::Language::nl);

struct Draft {
  std::string name;
  double share = 0;
  base::Date day;
  std::vector<std::string> tags;
  bool agreed = false;
  std::string kind;
};
BOOST_DESCRIBE_STRUCT(Draft, (), (name, share, day, tags, agreed, kind))

FormBuilder form() {
  FormBuilder builder(tr, "Kop", "/daar", "Bewaar");
  builder.text("name", "Naam", "Zoals u heet")
      .number("share", "Omvang")
      .date("day", "Dag")
      .many("tags", "Soorten", {{"a", "A"}, {"b", "B"}, {"c", "C"}})
      .flag("agreed", "Akkoord")
      .choice("kind", "Soort", {{"x", "X"}, {"y", "Y"}})
      .password("secret", "Wachtwoord", "new-password", "Lang")
      .hidden("version", "3");
  return builder;
}

Field const& field(FormView const& view, std::string_view name) {
  for (auto const& one : view.fields) {
    if (one.name == name) return one;
  }
  throw std::logic_error("no such field");
}

Sent const typed({{"name", "<Jan>"},
                  {"share", "veel"},
                  {"day", "2003-02-29"},
                  {"tags", "a"},
                  {"tags", "c"},
                  {"kind", "y"},
                  {"secret", "geheim"}});

TEST(FormPage, gives_back_what_was_typed) {
  auto const view = form().filled(read<Draft>(typed)).build();
  EXPECT_EQ(field(view, "name").value, "<Jan>");
  EXPECT_EQ(field(view, "share").value, "veel");
  EXPECT_EQ(field(view, "day").value, "2003-02-29");
  auto const& tags = field(view, "tags").options;
  EXPECT_TRUE(tags[0].chosen && !tags[1].chosen && tags[2].chosen);
  EXPECT_FALSE(field(view, "agreed").checked);
  auto const& kinds = field(view, "kind").options;
  EXPECT_TRUE(!kinds[0].chosen && kinds[1].chosen);
  EXPECT_EQ(view.hidden.at(0).value, "3");
}

TEST(FormPage, never_gives_back_a_password) {
  EXPECT_EQ(field(form().filled(read<Draft>(typed)).build(), "secret").value, "");
  EXPECT_EQ(field(form().filled(typed, Objection{"secret", "Te kort."}).build(), "secret").value, "");
}

TEST(FormPage, unticks_what_was_unticked) {
  auto const view = form().start("agreed", "1").start_all("tags", {"b"}).filled(read<Draft>(typed)).build();
  EXPECT_FALSE(field(view, "agreed").checked);
  EXPECT_FALSE(field(view, "tags").options[1].chosen);
}

TEST(FormPage, holds_what_it_starts_with) {
  auto const view =
      form().start("name", "Jan").start("agreed", "1").start_all("tags", {"b", "c"}).start("kind", "y").build();
  EXPECT_EQ(field(view, "name").value, "Jan");
  EXPECT_TRUE(field(view, "agreed").checked);
  EXPECT_TRUE(field(view, "tags").options[1].chosen && field(view, "tags").options[2].chosen &&
              !field(view, "tags").options[0].chosen);
  EXPECT_TRUE(field(view, "kind").options[1].chosen);
  EXPECT_FALSE(view.wrong);
}

TEST(FormPage, says_each_fault_at_its_field_and_above) {
  auto const view = form().filled(read<Draft>(typed)).build();
  EXPECT_TRUE(view.wrong);
  EXPECT_TRUE(view.has_faulty);
  ASSERT_EQ(view.faulty.size(), 2U);
  EXPECT_EQ(view.faulty[0].name, "share");
  EXPECT_EQ(view.faulty[1].name, "day");
  EXPECT_FALSE(field(view, "share").error.empty());
  EXPECT_TRUE(field(view, "name").error.empty());
}

TEST(FormPage, says_an_objection_at_its_field_or_at_the_whole) {
  auto const at_field = form().filled(read<Draft>(typed), Objection{"name", "Die naam is er al."}).build();
  EXPECT_EQ(field(at_field, "name").error, "Die naam is er al.");
  EXPECT_EQ(at_field.refusal, "");
  auto const at_whole = form().filled(typed, Objection{"", "Te laat."}).build();
  EXPECT_EQ(at_whole.refusal, "Te laat.");
  EXPECT_TRUE(at_whole.wrong);
  EXPECT_FALSE(at_whole.has_faulty);
}

TEST(FormPage, names_hint_and_error_to_a_screen_reader) {
  auto const view = form().filled(typed, Objection{"name", "Die naam is er al."}).build();
  EXPECT_EQ(field(view, "name").described_by, "hint-name error-name");
  EXPECT_EQ(field(view, "secret").described_by, "hint-secret");
  EXPECT_EQ(field(view, "share").described_by, "");
  auto const only_error = form().filled(typed, Objection{"share", "Te veel."}).build();
  EXPECT_EQ(field(only_error, "share").described_by, "error-share");
}

TEST(FormPage, has_words_for_every_fault) {
  for (auto const fault :
       {FieldFault::missing, FieldFault::not_a_number, FieldFault::not_a_date, FieldFault::not_a_moment,
        FieldFault::not_a_choice, FieldFault::too_long, FieldFault::not_text}) {
    Filled<Draft> const filled{.faults = {{"name", fault}}};
    EXPECT_GT(field(form().filled(filled).build(), "name").error.size(), 10U);
  }
}

TEST(FormPage, offers_no_choice_first_where_none_may_be_made) {
  FormBuilder builder(tr, "Kop", "/daar", "Bewaar");
  builder.optional_choice("kind", "Soort", {{"x", "X"}})
      .optional_text("a", "A")
      .optional_date("b", "B")
      .optional_area("c", "C")
      .moment("d", "D")
      .email("e", "E");
  auto const view = builder.build();
  ASSERT_EQ(field(view, "kind").options.size(), 2U);
  EXPECT_EQ(field(view, "kind").options[0].value, "");
  for (char const* const name : {"kind", "a", "b", "c"}) EXPECT_TRUE(field(view, name).optional) << name;
  for (char const* const name : {"d", "e"}) EXPECT_FALSE(field(view, name).optional) << name;
}

struct Note {
  std::string name;
  std::vector<std::string> tags;
  bool agreed = false;
};
BOOST_DESCRIBE_STRUCT(Note, (), (name, tags, agreed))

FormBuilder note_form(Note const& now) {
  auto builder = form();
  builder.start(now);
  return builder;
}

std::string seen_in(FormView const& view) {
  for (auto const& one : view.hidden) {
    if (one.name == seen_field) return one.value;
  }
  return {};
}

TEST(FormPage, starts_with_all_that_stands_there) {
  auto const view = note_form({"Jan", {"b"}, true}).build();
  EXPECT_EQ(field(view, "name").value, "Jan");
  EXPECT_TRUE(field(view, "tags").options[1].chosen && !field(view, "tags").options[0].chosen);
  EXPECT_TRUE(field(view, "agreed").checked);
}

TEST(FormPage, finds_out_that_somebody_else_changed_it) {
  auto const seen = seen_in(note_form({"Jan", {"b"}, true}).build());
  Sent const sent({{"name", "Piet"}, {"tags", "b"}, {"agreed", "1"}, {"_seen", seen}});
  EXPECT_FALSE(note_form({"Jan", {"b"}, true}).is_stale(sent));
  auto changed = note_form({"Klaas", {"b"}, true});
  EXPECT_TRUE(changed.is_stale(sent));
  auto const view = changed.filled(read<Note>(sent)).build();
  EXPECT_TRUE(view.wrong);
  EXPECT_EQ(field(view, "name").value, "Piet") << "what was typed is still there";
  EXPECT_EQ(field(view, "name").error, "Nu staat er: Klaas");
  EXPECT_EQ(field(view, "tags").error, "");
  Sent const again({{"name", "Piet"}, {"tags", "b"}, {"agreed", "1"}, {"_seen", seen_in(view)}});
  EXPECT_FALSE(note_form({"Klaas", {"b"}, true}).is_stale(again)) << "by then its sender knows";
}

TEST(FormPage, tells_what_was_chosen_by_somebody_else) {
  auto const seen = seen_in(note_form({"Jan", {}, false}).build());
  Sent const sent({{"name", "Jan"}, {"tags", "a"}, {"_seen", seen}});
  auto const view = note_form({"Jan", {"b", "c"}, true}).filled(read<Note>(sent)).build();
  EXPECT_EQ(field(view, "tags").error, "Nu staat er: B, C");
  EXPECT_EQ(field(view, "agreed").error, "Nu staat er: Akkoord");
}

}  // namespace
}  // namespace lenig::html
