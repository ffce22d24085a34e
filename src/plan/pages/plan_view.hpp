#pragma once

#include "plan/pages/words.hpp"

// What a plan says, for its page, for what follows it live, and for what another sees of it.

namespace lenig::plan::pages {

/// A goal, an action, an indicator…: a line in a part.
struct ItemView {
  std::string item;
  std::string item_path;
  std::string note;
  std::string why;       // what it serves
  std::string dot;       // the sign of its state
  std::string dot_text;  // its state in words
  std::string done_path;
  std::string stop_path;  // of a goal of which nobody was asked yet what goes for it
};
BOOST_DESCRIBE_STRUCT(ItemView, (), (item, item_path, note, why, dot, dot_text, done_path, stop_path))

/// A goal that a line can belong to.
struct GoalChoice {
  std::string value;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(GoalChoice, (), (value, label))

struct PartView {
  std::string slot;
  std::string title;
  bool has_questions = false;
  std::vector<std::string> questions;
  bool is_words = false;
  std::string words_path;  // when they can be written
  std::string words;
  bool says_nothing = false;
  bool is_list = false;
  bool has_items = false;
  std::vector<ItemView> items;
  std::string empty;       // what belongs here
  std::string quick_path;  // adds a line with one field
  std::string quick_label;
  bool quick_due = false;   // and a day
  bool quick_whom = false;  // and for whom it is
  bool quick_asks_goal = false;
  std::vector<GoalChoice> quick_goals;  // of which one is chosen, where there are several
  std::string add_path;                 // adds a line on a page of its own
  std::string add_label;
  std::string shared;  // with whom, for the owner
};
BOOST_DESCRIBE_STRUCT(PartView, (),
                      (slot, title, has_questions, questions, is_words, words_path, words, says_nothing, is_list,
                       has_items, items, empty, quick_path, quick_label, quick_due, quick_whom, quick_asks_goal,
                       quick_goals, add_path, add_label, shared))

/// The parts of a plan: drawn in the page, and by themselves for a page that follows it.
struct PartsView {
  static constexpr std::string_view view = "plan/parts";
  std::string revision;
  bool columns = false;
  std::vector<PartView> parts;
};
BOOST_DESCRIBE_STRUCT(PartsView, (), (revision, columns, parts))

/// Everything that stands in a plan.
struct Material {
  Plan plan;
  Format format;
  std::vector<Part> parts;  // of its version, then those of earlier ones in which something stands
  std::vector<Wording> wordings;
  std::vector<Goal> goals;
  std::vector<Wider> widers;
  std::set<GoalId> unasked;  // of a unit: nobody was asked yet what goes for them
  std::vector<PlanAction> actions;
  std::vector<Indicator> indicators;
  std::vector<Reading> readings;
  std::vector<Condition> conditions;
  std::vector<VisibleChange> changes;
  std::vector<Observation> observations;
  std::map<PersonId, std::string> names;
  std::string owner_name;
  std::vector<Share> shares;
};

Material material_of(db::Reading& reading, vault::Vault& keys, PlanId const& plan, i18n::Words const& tr);

/// As its owner, or who may change it, sees and fills it; without `changes` it can be read alone.
enum class Mode { fills, reads };
PartsView parts_view(Material const& material, access::Viewer const& viewer, Mode mode, i18n::Words const& tr);
/// As somebody sees it with whom this much is shared.
PartsView shared_view(Material const& material, access::Viewer const& viewer, Shown const& shown,
                      i18n::Words const& tr);

}  // namespace lenig::plan::pages
