#include "platform/undo/undo.hpp"

#include "undo/queries.hpp"

namespace lenig::undo {

namespace {

struct Step {
  std::string kind;
  std::string payload;
};
BOOST_DESCRIBE_STRUCT(Step, (), (kind, payload))

}  // namespace

std::string offer(db::Transaction& tx, base::Actor const& actor, std::string_view kind, std::string const& payload) {
  auto const id = base::new_uuid();
  tx.run(sql::insert_step, {{"board", actor.board},
                            {"id", id},
                            {"person", actor.person},
                            {"kind", kind},
                            {"payload", payload},
                            {"until", base::Instant::now().plus(std::chrono::hours{24})}});
  return id;
}

void sweep(db::Transaction& tx, base::Instant now) { tx.run(sql::sweep_steps, {{"now", now}}); }

bool take_back(db::Transaction& tx, base::Actor const& actor, std::string const& step, TakeBacks const& ways) {
  auto const now = base::Instant::now();
  db::Values const whose{{"board", actor.board}, {"id", step}, {"person", actor.person}, {"now", now}};
  auto const found = tx.one<Step>(sql::open_step, whose);
  if (!found || tx.run(sql::use_step, whose) != 1) return false;
  return ways.at(found->kind)(tx, actor, found->payload);
}

}  // namespace lenig::undo
