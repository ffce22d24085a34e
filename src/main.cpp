#include <iostream>
#include <string_view>

#include "app/commands.hpp"
#include "version.hpp"

int main(int count, char** arguments) {
  if (count == 2 && std::string_view(arguments[1]) == "--version") {
    std::cout << "lenig " << lenig::app::version << '\n';
    return lenig::app::done;
  }
  return lenig::app::run(count, arguments);
}
