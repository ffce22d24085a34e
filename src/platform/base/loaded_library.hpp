#pragma once

#include <string>

namespace lenig::base {

/// Opens a library of the program (it stands beside the program itself) and gives one function of it.
/// Heavy libraries are loaded this way when they are first needed, so that the program starts at once.
/// Throws std::runtime_error, with what to do, when it can't be loaded.
void* load_function(std::string const& library, std::string const& function);

}  // namespace lenig::base
