#include "programme/pages/words.hpp"
#include "platform/base/collected.hpp"

namespace lenig::programme::pages {

std::vector<html::Link> programmes_crumb(i18n::Words const& tr) { return {{tr("Programma's"), "/programma"}}; }

std::vector<html::Link> crumbs_to(Programme const& programme, i18n::Words const& tr) {
  return {{tr("Programma's"), "/programma"}, {programme.name, path_of(programme.id) + "/opzet"}};
}

std::vector<html::Link> crumbs_to(Participation const& participation, std::string const& unit_name,
                                  i18n::Words const& tr) {
  return {{tr("Programma's"), "/programma"},
          {participation.programme_name, path_of(participation.programme) + "/opzet"},
          {unit_name, path_of(participation.id)}};
}

html::Objection objection_to(TemplateRefusal why, i18n::Words const& tr) {
  switch (why) {
    case TemplateRefusal::name_missing: return {"title", tr("Geef dit een naam.")};
    case TemplateRefusal::name_too_long: return {"title", tr("Houd de naam korter dan 150 tekens.")};
    case TemplateRefusal::host_missing: return {"host", tr("Kies wie het programma uitvoert.")};
    case TemplateRefusal::length_out_of_range: return {"minutes", tr("Vul de duur in minuten in, van 0 tot 1440.")};
    case TemplateRefusal::not_found:
      return {"", tr("Deze stap is er niet meer. Ga terug en kijk naar de opzet van nu.")};
    case TemplateRefusal::no_draft: return {"", tr("Deze versie is vastgesteld. Begin eerst een nieuwe versie.")};
    case TemplateRefusal::no_steps: return {"", tr("Voeg eerst ten minste één stap toe.")};
    case TemplateRefusal::is_draft: return {"", tr("Er is al een concept. Stel dat eerst vast.")};
    case TemplateRefusal::question_missing: return {"question", tr("Schrijf de vraag op.")};
    case TemplateRefusal::question_too_long: return {"question", tr("Houd de vraag korter dan 300 tekens.")};
    case TemplateRefusal::too_many_questions:
      return {"question", tr("Er staan al twaalf vragen. Haal er eerst een weg: terugkijken is kort.")};
    case TemplateRefusal::reason_too_long: return {"reason", tr("Houd de reden korter dan 600 tekens.")};
  }
  return {};
}

html::Objection objection_to(CohortRefusal why, i18n::Words const& tr) {
  switch (why) {
    case CohortRefusal::name_missing: return {"name", tr("Geef de groep een naam, bijvoorbeeld Tranche 1.")};
    case CohortRefusal::name_too_long: return {"name", tr("Houd de naam korter dan 80 tekens.")};
    case CohortRefusal::year_out_of_range:
      return {"school_year", tr("Vul het jaar in waarin het schooljaar begint, bijvoorbeeld 2004.")};
    case CohortRefusal::most_out_of_range:
      return {"most", tr("Het maximum is ten minste 1, en niet kleiner dan wie er al in zit.")};
    case CohortRefusal::nothing_published: return {"", tr("Stel eerst een versie van het programma vast.")};
    case CohortRefusal::not_found: return {"", tr("Deze groep is er niet meer.")};
  }
  return {};
}

html::Objection objection_to(InvitationRefusal why, i18n::Words const& tr) {
  switch (why) {
    case InvitationRefusal::nobody: return {"units", tr("Kies wie u uitnodigt.")};
    case InvitationRefusal::not_found: return {"", tr("Deze groep is er niet meer.")};
    case InvitationRefusal::out_of_reach:
      return {"units", tr("Iemand in uw keuze hoort niet (meer) bij het netwerk. Kies opnieuw uit de lijst.")};
    case InvitationRefusal::already_in:
      return {"units", tr("Iemand in uw keuze doet al mee. Kies opnieuw uit de lijst.")};
    case InvitationRefusal::cohort_full:
      return {"over_maximum", tr("Zo komt de groep boven het maximum. Kies er minder, of zeg hier dat het mag.")};
    case InvitationRefusal::in_future: return {"on_day", tr("Kies vandaag of een dag die is geweest.")};
  }
  return {};
}

html::Objection objection_to(TurnRefusal why, i18n::Words const& tr) {
  switch (why) {
    case TurnRefusal::not_found: return {"", tr("Deze deelname is er niet meer.")};
    case TurnRefusal::not_from_here: return {"", tr("De stand is intussen veranderd. Ga terug en kijk wat er nu kan.")};
    case TurnRefusal::in_future: return {"on_day", tr("Kies vandaag of een dag die is geweest.")};
    case TurnRefusal::before_last:
      return {"on_day", tr("Deze dag ligt voor de vorige stap in het verloop. Kies een latere dag.")};
    case TurnRefusal::reason_missing:
      return {"reason", tr("Kies een soort reden. Een verhaal hoeft niet, en hoort hier niet.")};
    case TurnRefusal::cohort_of_other_programme: return {"cohort", tr("Kies een groep van dit programma.")};
    case TurnRefusal::cohort_full:
      return {"cohort", tr("Deze groep is vol. Kies een andere, of laat de projectleiding het maximum verhogen.")};
    case TurnRefusal::steps_undone:
      return {"steps_undone",
              tr("Niet alle stappen zijn gedaan. Leg ze eerst vast, of kruis aan dat het zo bedoeld is.")};
    case TurnRefusal::follow_ups_missing:
      return {"first_what",
              tr("Zet ten minste één vervolg in de agenda van volgend jaar, of kruis aan dat er bewust geen komt.")};
    case TurnRefusal::follow_up_too_early:
      return {"first_what", tr("Een vervolg ligt na de dag van afronden. Kies latere dagen.")};
    case TurnRefusal::follow_up_half:
      return {"first_what", tr("Bij elk vervolg horen een omschrijving en een dag. Vul beide in, of laat beide leeg.")};
  }
  return {};
}

html::Objection objection_to(QuestionRefusal why, i18n::Words const& tr) {
  switch (why) {
    case QuestionRefusal::question_missing: return {"question", tr("Schrijf de vraag op, in uw eigen woorden.")};
    case QuestionRefusal::answer_missing:
      return {"answer", tr("Schrijf er in een zin bij wat er met de vraag gebeurt.")};
    case QuestionRefusal::not_found: return {"", tr("Deze vraag is er niet meer.")};
    case QuestionRefusal::ended: return {"", tr("Deze deelname is geëindigd; er komen geen vragen meer bij.")};
  }
  return {};
}

html::Objection objection_to(ApproachRefusal why, i18n::Words const& tr) {
  switch (why) {
    case ApproachRefusal::wanted_missing: return {"wanted", tr("Schrijf op wat het team wil bereiken.")};
    case ApproachRefusal::arrangement_missing:
      return {"arrangement", tr("Schrijf op hoe u het aanpakt: wanneer, met wie.")};
    case ApproachRefusal::in_future: return {"adopted_on", tr("Kies vandaag of een dag die is geweest.")};
    case ApproachRefusal::not_found: return {"", tr("Deze deelname is er niet meer.")};
  }
  return {};
}

html::Objection objection_to(MeetingRefusal why, i18n::Words const& tr) {
  switch (why) {
    case MeetingRefusal::title_missing: return {"title", tr("Geef dit een naam.")};
    case MeetingRefusal::minutes_out_of_range:
      return {"minutes", tr("Vul de duur in minuten in, hoogstens 1440; een bijeenkomst duurt ten minste 15 minuten.")};
    case MeetingRefusal::link_wrong:
      return {"link", tr("Een link begint met https://. Laat het veld leeg als er geen link is.")};
    case MeetingRefusal::step_missing: return {"step", tr("Kies de stap waar deze bijeenkomst bij hoort.")};
    case MeetingRefusal::nobody_comes: return {"participations", tr("Kies wie er komt.")};
    case MeetingRefusal::of_other_programme:
      return {"participations", tr("Iemand in uw keuze doet niet mee aan dit programma. Kies opnieuw.")};
    case MeetingRefusal::not_active:
      return {"participations",
              tr("Een bijeenkomst plannen kan als een school heeft toegezegd en niet gepauzeerd is.")};
    case MeetingRefusal::not_found:
      return {"", tr("Dit is er niet meer. Ga terug en kijk naar de bijeenkomst van nu.")};
    case MeetingRefusal::not_yet_held: return {"", tr("De bijeenkomst moet nog komen. Vul dit in als zij is geweest.")};
    case MeetingRefusal::outcome_missing: return {"outcome", tr("Schrijf in een paar zinnen op wat eruit kwam.")};
    case MeetingRefusal::already_held:
      return {"starts_at", tr("Deze bijeenkomst is geweest en vastgelegd; zij kan niet meer in de toekomst liggen.")};
    case MeetingRefusal::cancelled: return {"", tr("Deze bijeenkomst is afgezegd of al geweest.")};
  }
  return {};
}

html::Objection objection_to(TeamRefusal why, i18n::Words const& tr) {
  switch (why) {
    case TeamRefusal::not_found: return {"", tr("Dit programma is er niet meer.")};
    case TeamRefusal::year_out_of_range: return {"", tr("Kies een schooljaar uit de lijst.")};
    case TeamRefusal::nobody: return {"office", tr("Kies ten minste één persoon.")};
    case TeamRefusal::not_a_candidate:
      return {"", tr("Iemand in uw keuze leidt daar niet (meer). Kies opnieuw uit de lijst.")};
  }
  return {};
}

html::Objection objection_to(FacilitationRefusal why, i18n::Words const& tr) {
  switch (why) {
    case FacilitationRefusal::not_found: return {"", tr("Deze regel is er niet meer.")};
    case FacilitationRefusal::unit_unknown: return {"unit", tr("Kies een school of team uit de lijst.")};
    case FacilitationRefusal::year_out_of_range:
      return {"school_year", tr("Vul het jaar in waarin het schooljaar begint, bijvoorbeeld 2004.")};
    case FacilitationRefusal::half_days_out_of_range: return {"half_days", tr("Vul een aantal in van 0 tot 10.000.")};
    case FacilitationRefusal::euros_wrong:
      return {"euros", tr("Vul een bedrag in als 450 of 449,50, ten hoogste 10 miljoen.")};
    case FacilitationRefusal::nothing_entered: return {"half_days", tr("Vul dagdelen in, of een bedrag.")};
    case FacilitationRefusal::what_missing: return {"what", tr("Schrijf op waarvoor het is.")};
    case FacilitationRefusal::too_long: return {"what", tr("Houd dit korter dan 200 tekens.")};
  }
  return {};
}

html::Objection objection_to(SummonsRefusal why, i18n::Words const& tr) {
  switch (why) {
    case SummonsRefusal::not_found: return {"", tr("Deze bijeenkomst is er niet meer.")};
    case SummonsRefusal::not_planned: return {"", tr("Deze bijeenkomst is geweest of gaat niet door.")};
    case SummonsRefusal::nobody: return {"", tr("Niemand die wordt verwacht heeft een e-mailadres.")};
    case SummonsRefusal::nobody_new: return {"", tr("Iedereen die wordt verwacht is al uitgenodigd.")};
    case SummonsRefusal::not_invited: return {"", tr("U bent voor deze bijeenkomst niet uitgenodigd.")};
  }
  return {};
}

html::Objection objection_to(AgreementRefusal why, i18n::Words const& tr) {
  switch (why) {
    case AgreementRefusal::not_found: return {"", tr("Deze afspraak is er niet meer.")};
    case AgreementRefusal::what_missing: return {"what", tr("Schrijf op wat er is afgesproken.")};
    case AgreementRefusal::too_long: return {"what", tr("Houd de afspraak korter dan 500 tekens.")};
    case AgreementRefusal::person_unknown:
      return {"person", tr("Kies iemand die bij het overleg over dit programma hoort.")};
    case AgreementRefusal::due_passed: return {"due", tr("Kies vandaag of een dag die nog komt.")};
    case AgreementRefusal::done_already: return {"", tr("Deze afspraak was al gedaan.")};
  }
  return {};
}

html::Objection objection_to(ReportRefusal why, i18n::Words const& tr) {
  switch (why) {
    case ReportRefusal::not_found: return {"", tr("Dit verslag is er niet meer.")};
    case ReportRefusal::year_out_of_range:
      return {"school_year", tr("Vul het jaar in waarin het schooljaar begint, bijvoorbeeld 2004.")};
    case ReportRefusal::exists_already:
      return {"kind", tr("Dit verslag is er al. Ga terug naar de lijst en open het daar.")};
    case ReportRefusal::adopted_already:
      return {"", tr("Het verslag is vastgesteld; de tekst verandert niet meer. Uw tekst staat hieronder nog.")};
    case ReportRefusal::in_future: return {"adopted_on", tr("Kies vandaag of een dag die is geweest.")};
    case ReportRefusal::before_begun: return {"adopted_on", tr("Kies een dag nadat het verslag is begonnen.")};
    case ReportRefusal::too_long: return {"text", tr("Houd de tekst korter dan 20.000 tekens.")};
    case ReportRefusal::words_missing:
      return {"words", tr("Er staat nog niets om vrij te geven. Schrijf eerst uw eigen woorden.")};
  }
  return {};
}

html::Objection objection_to(LookBackRefusal why, i18n::Words const& tr) {
  switch (why) {
    case LookBackRefusal::not_found: return {"", tr("Deze groep is er niet meer.")};
    case LookBackRefusal::nothing_asked:
      return {"", tr("De versie van deze groep heeft geen vragen om terug te kijken. Zet ze in een volgende versie.")};
    case LookBackRefusal::closes_too_early:
      return {"closes", tr("Kies een laatste dag die nog komt, niet voor de eerste.")};
    case LookBackRefusal::opened_before:
      return {"opens", tr("Het terugkijken is al begonnen: de eerste dag staat vast.")};
    case LookBackRefusal::answered_already:
      return {"closes", tr("Er is al geantwoord. De laatste dag kan alleen later worden.")};
  }
  return {};
}

html::Objection objection_to(AnswerRefusal why, i18n::Words const& tr) {
  switch (why) {
    case AnswerRefusal::not_open_yet: return {"", tr("Terugkijken kan nog niet. Kom later terug.")};
    case AnswerRefusal::closed: return {"", tr("De vragen zijn intussen gesloten. Uw tekst staat hieronder nog.")};
    case AnswerRefusal::not_expected:
      return {
          "",
          tr("U stond niet op de lijst van deze bijeenkomst of groep. Vraag de projectleiding als dat niet klopt.")};
    case AnswerRefusal::nothing_said: return {"", tr("Beantwoord ten minste één vraag.")};
    case AnswerRefusal::mark_out_of_range: return {"", tr("Kies een cijfer van 1 tot 5.")};
    case AnswerRefusal::too_long: return {"", tr("Houd elk antwoord korter dan 2000 tekens.")};
  }
  return {};
}

html::Objection objection_to(LessonRefusal why, i18n::Words const& tr) {
  switch (why) {
    case LessonRefusal::not_found: return {"", tr("Dit is er niet meer. Ga terug naar de groep.")};
    case LessonRefusal::lesson_missing: return {"lesson", tr("Schrijf op wat u doorgeeft.")};
    case LessonRefusal::reason_missing:
      return {"reason", tr("Schrijf op waarom: zonder reden kan de volgende groep er niets mee.")};
    case LessonRefusal::too_long: return {"lesson", tr("Houd elk veld korter dan 1000 tekens.")};
    case LessonRefusal::step_unknown: return {"step", tr("Deze stap is er niet (meer). Kies opnieuw uit de lijst.")};
    case LessonRefusal::step_missing: return {"step", tr("Kies eerst bij welke stap dit hoort.")};
    case LessonRefusal::taken_up: return {"", tr("Dit is al opgenomen in een volgende versie en blijft staan.")};
  }
  return {};
}

html::Objection objection_to(ReadingRefusal why, i18n::Words const& tr) {
  switch (why) {
    case ReadingRefusal::not_found: return {"", tr("Deze groep is er niet meer. Laad de pagina opnieuw.")};
    case ReadingRefusal::same_cohort: return {"", tr("Dit is de eigen groep; lezen doet wie daarna komt.")};
    case ReadingRefusal::in_future: return {"", tr("Kies vandaag of een dag die is geweest.")};
  }
  return {};
}

std::vector<html::Option> cohort_options(std::vector<Cohort> const& cohorts) {
  return base::collected(cohorts, [](Cohort const& cohort) {
    return html::Option{cohort.id.text(), cohort.name + ", " + school_year_text(cohort.school_year)};
  });
}

std::string duration(int minutes, i18n::Words const& tr) {
  int const hours = minutes / 60;
  int const rest = minutes % 60;
  if (hours == 0) return tr.n("{} minuut", "{} minuten", rest);
  if (rest == 0) return tr("{} uur", hours);
  return tr("{} uur en {} minuten", hours, rest);
}

}  // namespace lenig::programme::pages
