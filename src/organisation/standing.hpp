#pragma once

#include "organisation/organisation.h"

namespace lenig::organisation {

std::optional<access::Relations> relations_to_appointment(db::Reading& reading, access::Viewer const& viewer,
                                                          std::string const& appointment);

}  // namespace lenig::organisation
