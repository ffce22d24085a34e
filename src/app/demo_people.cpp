#include "app/demo_people.hpp"

#include <array>

#include "platform/base/text.hpp"

namespace lenig::app {

namespace {

constexpr std::array given_names{"Aaltje", "Bert",       "Cor",   "Daniëlle", "Ella",   "Fokko", "Geesje", "Harm",
                                 "Ineke",  "Jan Willem", "Klaas", "Lammie",   "Mirjam", "Niels", "Oeds",   "Petra",
                                 "Roelie", "Sietske",    "Tjark", "Ubel",     "Vera",   "Wiebe", "Yfke"};
struct Family {
  char const* prefix;
  char const* name;
};
constexpr std::array families{
    Family{"", "Dijkstra"},  Family{"de", "Vries"},    Family{"", "Mulder"},   Family{"van der", "Laan"},
    Family{"", "Smit"},      Family{"", "Bos"},        Family{"", "Hovinga"},  Family{"ten", "Cate"},
    Family{"", "Kuiper"},    Family{"", "Oosterhuis"}, Family{"van", "Dijk"},  Family{"", "Brouwer"},
    Family{"", "Reijnders"}, Family{"", "Tuinman"},    Family{"", "Veldhuis"}, Family{"", "Zuidema"},
    Family{"op 't", "Veld"}, Family{"", "Wolters"},    Family{"", "Haan"}};

std::string local_part(std::string const& text) {
  auto folded = base::folded(text);
  for (auto& c : folded) c = c == ' ' ? '.' : c;
  return folded;
}

}  // namespace

Invented Inventor::next() {
  auto const& family = families[(count_ * 7 + count_ / given_names.size()) % families.size()];
  std::string const given = given_names[count_ % given_names.size()];
  ++count_;
  auto invented = named(given, family.prefix, family.name);
  invented.email = local_part(given + " " + family.name) + "." + std::to_string(count_) + "@" + domain_;
  return invented;
}

Invented Inventor::named(std::string given_name, std::string prefix, std::string family_name) const {
  auto const email = local_part(given_name + " " + family_name) + "@" + domain_;
  return {std::move(given_name), std::move(prefix), std::move(family_name), email};
}

}  // namespace lenig::app
