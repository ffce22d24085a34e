#pragma once

#include "platform/access/pages/entrance.hpp"

namespace lenig::access::pages {

http::Response show_sign_in(Visit& visit, Entrance const& entrance);
http::Response post_sign_in(Visit& visit, Entrance const& entrance);
http::Response post_sign_out(Visit& visit, Entrance const& entrance);

http::Response show_forgotten(Visit& visit);
http::Response post_forgotten(Visit& visit, Entrance const& entrance);

/// Choosing a password by the link of an invitation or a reset.
http::Response show_new_password(Visit& visit);
http::Response post_new_password(Visit& visit);

http::Response show_account(Visit& visit);
http::Response show_letters(Visit& visit);
http::Response post_letters(Visit& visit);
http::Response post_sign_out_everywhere(Visit& visit);
http::Response post_language(Visit& visit, Entrance const& entrance);
http::Response post_theme(Visit& visit, Entrance const& entrance);
http::Response post_board(Visit& visit);

}  // namespace lenig::access::pages
