// Inviting to a meeting, and answering: signed in, or by the link in a letter.
#include "programme/summons.hpp"

#include "programme/pages/pages.hpp"
#include "programme/pages/words.hpp"

namespace lenig::programme::pages {

namespace {

struct AnswerView {
  static constexpr std::string_view view = "programme/answer";
  std::string title;
  std::string when;
  std::string place;
  std::string said;
  std::string path;
  bool over = false;          // called off, or past
  bool sends_itself = false;  // the link said yes or no: the page sends that answer, and shows the buttons until it did
  bool comes = false;
};
BOOST_DESCRIBE_STRUCT(AnswerView, (), (title, when, place, said, path, over, sends_itself, comes))

struct ComesDraft {
  std::string comes;
};
BOOST_DESCRIBE_STRUCT(ComesDraft, (), (comes))

/// "ja" and "nee", as the links and buttons say it.
std::optional<Attending> answer_in(std::string const& word) {
  if (word == "ja") return Attending::accepted;
  if (word == "nee") return Attending::declined;
  return std::nullopt;
}

std::string secret_of(Visit const& visit) { return visit.params.find("secret")->second; }

struct OfLink {
  Summons summons;
  Meeting meeting;
};

std::optional<OfLink> link_asked_for(Visit& visit) {
  return visit.read([&](db::Reading& reading) -> std::optional<OfLink> {
    auto const summons = summons_of_link(reading, secret_of(visit));
    if (!summons) return std::nullopt;
    auto const meeting = find_meeting(reading, summons->meeting);
    return meeting ? std::optional(OfLink{*summons, *meeting}) : std::nullopt;
  });
}

Response no_such_link(Visit& visit) {
  return visit.notice(404, {.heading = visit.tr("Deze link werkt niet meer"),
                            .text = visit.tr("Gebruik de link uit de nieuwste brief, of meld u aan en antwoord daar."),
                            .path = "/aanmelden",
                            .action = visit.tr("Aanmelden")});
}

}  // namespace

Response post_summon(Visit& visit, std::string const& address) {
  auto const id = visit.id<MeetingId>();
  auto const invited =
      visit.write([&](db::Transaction& tx) { return summon(tx, visit.actor(), id, address, visit.tr); });
  if (!invited) return visit.see_other(path_of(id), objection_to(invited.error(), visit.tr).message);
  return visit.see_other(
      path_of(id), visit.tr.n("Er is één uitnodiging verstuurd.", "Er zijn {} uitnodigingen verstuurd.", *invited));
}

Response post_own_answer(Visit& visit) {
  auto const id = visit.id<MeetingId>();
  auto const answer = answer_in(visit.form.value("comes").value_or(""));
  if (!answer) return visit.see_other(path_of(id), visit.tr("Kies of u komt."));
  auto const said = visit.write([&](db::Transaction& tx) { return answer_summons(tx, visit.actor(), id, *answer); });
  if (!said) return visit.see_other(path_of(id), objection_to(said.error(), visit.tr).message);
  return visit.see_other(
      path_of(id), *said == Attending::accepted ? visit.tr("Genoteerd: u komt.") : visit.tr("Genoteerd: u komt niet."));
}

Response show_answer(Visit& visit) {
  auto const& tr = visit.tr;
  auto const found = link_asked_for(visit);
  if (!found) return no_such_link(visit);
  auto const& meeting = found->meeting;
  auto const asked = answer_in(visit.query.value("komt").value_or(""));
  bool const over = meeting.state != MeetingState::planned || meeting.starts_at.date < visit.viewer.today;
  AnswerView const view{.title = meeting.title,
                        .when = tr.moment(meeting.starts_at),
                        .place = meeting.place,
                        .said = words_for(found->summons.answer, tr),
                        .path = visit.request.path,
                        .over = over,
                        .sends_itself = asked && *asked != found->summons.answer && !over,
                        .comes = asked == Attending::accepted};
  return visit.page({.title = tr("Komt u? {}", meeting.title),
                     .holds = {access::Matter::entrance},
                     .content = visit.render(view),
                     .width = access::Width::narrow});
}

Response post_answer(Visit& visit) {
  auto const answer = answer_in(visit.form.value("comes").value_or(""));
  if (!answer) return visit.see_other(visit.request.path, visit.tr("Kies of u komt."));
  auto const said = visit.write(
      [&](db::Transaction& tx) { return answer_by_link(tx, secret_of(visit), *answer, visit.viewer.today); });
  if (!said && said.error() == SummonsRefusal::not_found) return no_such_link(visit);
  if (!said) return visit.see_other(visit.request.path, objection_to(said.error(), visit.tr).message);
  return visit.see_other(visit.request.path, *said == Attending::accepted ? visit.tr("Genoteerd: u komt.")
                                                                          : visit.tr("Genoteerd: u komt niet."));
}

}  // namespace lenig::programme::pages
