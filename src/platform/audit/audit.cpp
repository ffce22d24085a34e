#include "platform/audit/audit.hpp"

#include "audit/queries.hpp"

namespace lenig::audit {

void record(db::Transaction& tx, base::Actor const& actor, Entry const& entry) {
  tx.run(sql::insert_entry, {{"board", actor.board},
                             {"id", base::new_uuid()},
                             {"at", base::Instant::now()},
                             {"actor", actor.person},
                             {"request", actor.request},
                             {"act", entry.act},
                             {"object", entry.object},
                             {"subject", entry.subject},
                             {"detail", entry.detail}});
}

}  // namespace lenig::audit
