#pragma once

#include "platform/access/visit.hpp"
#include "programme/pages/places.hpp"
#include "programme/rollout.hpp"

namespace lenig::programme::pages {

/// A step of a way as the map shows it: a mark, a short day, and the whole in words.
struct CellView {
  std::string state;  // class: done, planned, next, late, paused, later
  std::string label;  // "Stap 3", for a narrow table
  std::string when;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(CellView, (), (state, label, when, text))

struct RowView {
  std::string unit;
  std::string way_path;  // when the viewer may open it
  bool own = false;      // of the viewer's own unit
  std::string status;    // class
  std::string status_text;
  std::string reason;
  std::string next;
  bool late = false;
  std::vector<CellView> cells;
  bool shows_second_year = false;  // the map has that column
  std::string second_year;
  std::string cohort;
};
BOOST_DESCRIBE_STRUCT(RowView, (),
                      (unit, way_path, own, status, status_text, reason, next, late, cells, shows_second_year,
                       second_year, cohort))

struct BandView {
  std::string name;
  std::string school_year;
  std::string count;
  std::string tally;
  bool runs_now = false;
  std::string cohort_path;
  std::string change_path;  // when the viewer may change the cohort
  std::string invite_path;
  bool has_rows = false;
  std::vector<RowView> rows;
};
BOOST_DESCRIBE_STRUCT(BandView, (),
                      (name, school_year, count, tally, runs_now, cohort_path, change_path, invite_path, has_rows,
                       rows))

struct ColumnView {
  int position = 0;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(ColumnView, (), (position, title))

struct WayLink {
  std::string unit;
  std::string way_path;
};
BOOST_DESCRIBE_STRUCT(WayLink, (), (unit, way_path))

/// What waits on whom since or until a day, at one or more units.
struct WaitView {
  std::string what;
  std::vector<WayLink> at;
  std::string others;  // "en 5 andere"
  std::string who;
  bool late = false;
};
BOOST_DESCRIBE_STRUCT(WaitView, (), (what, at, others, who, late))

/// A meeting of the programme itself.
struct TalkView {
  std::string title;
  std::string note;
  std::string talk_path;
};
BOOST_DESCRIBE_STRUCT(TalkView, (), (title, note, talk_path))

/// What the map's page and its table say.
struct MapFrame {
  std::string name;
  std::string lead;
  std::string path;
  std::vector<PlaceLink> places;
  bool on_table = false;
  bool may_change = false;
  bool may_talk = false;
  bool has_alerts = false;
  std::vector<std::string> alerts;  // what was let go of: talks, reports
  bool has_waits = false;
  std::vector<WaitView> waits;
  bool has_talks = false;
  std::vector<TalkView> talks;
  bool has_second_year = false;
  bool has_bands = false;
  int columns_count = 0;
  std::vector<ColumnView> columns;
  std::vector<BandView> bands;
};
BOOST_DESCRIBE_STRUCT(MapFrame, (),
                      (name, lead, path, places, on_table, may_change, may_talk, has_alerts, alerts, has_waits, waits,
                       has_talks, talks, has_second_year, has_bands, columns_count, columns, bands))

/// Builds the view of a map for a viewer: the reason of a pause shows to those who run the programme and to the leader
/// of the unit itself; to other directors the pause alone.
MapFrame map_frame(db::Reading& reading, access::Viewer const& viewer, RollOut const& map, i18n::Words const& tr);

}  // namespace lenig::programme::pages
