// What statuses, turns and reasons are called on a page.
#include "programme/meeting.hpp"
#include "programme/participation.hpp"
#include "programme/question.hpp"

namespace lenig::programme {

std::string words_for(Status status, i18n::Words const& tr) {
  switch (status) {
    case Status::invited: return tr("Uitgenodigd");
    case Status::intake: return tr("Intake gehad");
    case Status::committed: return tr("Doet mee");
    case Status::active: return tr("Bezig");
    case Status::paused: return tr("Gepauzeerd");
    case Status::completed: return tr("Afgerond");
    case Status::withdrawn: return tr("Gestopt");
  }
  return {};
}

std::string words_for(Turn turn, i18n::Words const& tr) {
  switch (turn) {
    case Turn::invited: return tr("Uitgenodigd");
    case Turn::intake_held: return tr("Intakegesprek gehouden");
    case Turn::committed: return tr("Toegezegd");
    case Turn::started: return tr("Begonnen");
    case Turn::paused: return tr("Gepauzeerd");
    case Turn::resumed: return tr("Hervat");
    case Turn::started_anew: return tr("Opnieuw begonnen");
    case Turn::completed: return tr("Afgerond");
    case Turn::withdrawn: return tr("Gestopt");
  }
  return {};
}

std::string invitation_to(Turn turn, i18n::Words const& tr) {
  switch (turn) {
    case Turn::invited: return tr("Uitnodigen");
    case Turn::intake_held: return tr("Intakegesprek vastleggen");
    case Turn::committed: return tr("Toezeggen");
    case Turn::started: return tr("Beginnen");
    case Turn::paused: return tr("Pauzeren");
    case Turn::resumed: return tr("Hervatten");
    case Turn::started_anew: return tr("Opnieuw beginnen");
    case Turn::completed: return tr("Afronden");
    case Turn::withdrawn: return tr("Stoppen");
  }
  return {};
}

std::string words_for(Reason reason, i18n::Words const& tr) {
  switch (reason) {
    case Reason::absence: return tr("ziekte of afwezigheid");
    case Reason::departure: return tr("vertrek");
    case Reason::workload: return tr("drukte");
    case Reason::reorganisation: return tr("verandering in de organisatie");
    case Reason::other_priority: return tr("iets anders gaat voor");
    case Reason::other: return tr("een andere reden");
  }
  return {};
}

std::string words_for(MeetingKind kind, i18n::Words const& tr) {
  switch (kind) {
    case MeetingKind::step: return tr("Bijeenkomst bij een stap");
    case MeetingKind::kick_off: return tr("Gezamenlijke start");
    case MeetingKind::second_year: return tr("Bijeenkomst in het tweede jaar");
    case MeetingKind::hand_over: return tr("Overdracht aan de volgende groep");
    case MeetingKind::project_team: return tr("Projectteam");
    case MeetingKind::directors: return tr("Directeurenoverleg");
    case MeetingKind::other: return tr("Andere bijeenkomst");
  }
  return {};
}

std::string words_for(Presence presence, i18n::Words const& tr) {
  switch (presence) {
    case Presence::present: return tr("Aanwezig");
    case Presence::absent: return tr("Afwezig");
    case Presence::unknown: return tr("Onbekend");
  }
  return {};
}

std::string words_for(Fate fate, i18n::Words const& tr) {
  switch (fate) {
    case Fate::open: return tr("Nog open");
    case Fate::planned: return tr("Komt aan bod");
    case Fate::answered: return tr("Beantwoord");
    case Fate::let_go: return tr("Losgelaten");
  }
  return {};
}

std::string words_for(Wait const& wait, i18n::Words const& tr) {
  switch (wait.what) {
    case WaitsFor::intake: return tr("Intakegesprek houden");
    case WaitsFor::commitment: return tr("Besluiten over deelname");
    case WaitsFor::approach: return tr("Plan van aanpak maken");
    case WaitsFor::start: return tr("Beginnen met stap 1");
    case WaitsFor::day_of_step: return tr("Een dag kiezen voor stap {}", wait.step);
    case WaitsFor::outcome_of_meeting:
      return wait.step > 0 ? tr("Opbrengst van stap {} vastleggen", wait.step)
                           : tr("Opbrengst van de bijeenkomst vastleggen");
    case WaitsFor::resumption: return tr("Hervatten of opnieuw beginnen");
    case WaitsFor::completion: return tr("Afronden");
  }
  return {};
}

std::string words_for(WaitsOn whom, i18n::Words const& tr) {
  switch (whom) {
    case WaitsOn::office: return tr("de projectleiding");
    case WaitsOn::leader: return tr("de schoolleiding");
  }
  return {};
}

}  // namespace lenig::programme
