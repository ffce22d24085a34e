#include "platform/mail/transport.hpp"

#include "platform/base/loaded_library.hpp"

namespace lenig::mail {

Transport const& transport() {
  using Given = Transport const* (*)();
  static auto const given = reinterpret_cast<Given>(base::load_function("lenig_mail", "lenig_mail_transport"));
  return *given();
}

}  // namespace lenig::mail
