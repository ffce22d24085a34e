#include "platform/document/kept.hpp"
#include "platform/document/pages/pages.hpp"

namespace lenig::document::pages {

namespace {

using access::Visit;
using i18n::Words;

struct DocumentView {
  static constexpr std::string_view view = "document/document";
  std::string kind;
  std::string title;
  std::string path;
  std::string news;  // what is to be said of it now
  std::string lead;
  bool waits = false;
  int progress = 0;
  bool is_made = false;
  std::string download;
  bool failed = false;
};
BOOST_DESCRIBE_STRUCT(DocumentView, (), (kind, title, path, news, lead, waits, progress, is_made, download, failed))

std::string kind_of(Format format, Words const& tr) {
  switch (format) {
    case Format::pdf: return tr("PDF");
    case Format::docx: return tr("Word-document (DOCX)");
  }
  return {};
}

std::string news_of(Document const& document, Words const& tr) {
  switch (document.state) {
    case State::waiting:
      return document.progress == 0 ? tr("Het document staat klaar om gemaakt te worden.")
                                    : tr("Het document wordt gemaakt: {} %.", document.progress);
    case State::made: return tr("Het document is klaar.");
    case State::missing: return tr("Dit document kan hier nog niet gemaakt worden.");
    case State::too_long: return tr("Het maken duurde te lang en is gestopt.");
    case State::too_large: return tr("Het document is te groot om te maken.");
    case State::broken: return tr("Het maken is mislukt.");
  }
  return {};
}

std::string advice_for(Document const& document, Words const& tr) {
  switch (document.state) {
    case State::waiting: return tr("Dat duurt meestal een paar tellen. U kunt ook verder werken en hier terugkomen.");
    case State::made: {
      auto const gone = base::local_time(document.ordered_at.plus(kept));
      return tr("Alleen u kunt het ophalen, tot {}. Daarna wordt het verwijderd; u kunt het dan opnieuw laten maken.",
                tr.day(gone.date) + ", " + gone.clock());
    }
    case State::missing:
      return tr(
          "De server mist een programma dat ervoor nodig is. Vraag uw beheerder om „lenig doctor” uit te voeren: "
          "dat zegt wat er geïnstalleerd moet worden. Probeer het daarna opnieuw.");
    case State::too_long:
      return tr(
          "Misschien heeft de server het druk. Probeer het over een paar minuten opnieuw. Lukt het weer niet, "
          "laat het dan in delen maken.");
    case State::too_large: return tr("Laat het in delen maken, of neem er minder in op.");
    case State::broken:
      return tr(
          "Probeer het opnieuw. Lukt het weer niet, meld het dan aan uw beheerder: in het logboek staat wat er "
          "misging.");
  }
  return {};
}

DocumentView view_of(Document const& document, Words const& tr) {
  auto const path = path_of(document.id);
  bool const waits = document.state == State::waiting;
  bool const is_made = document.state == State::made;
  return {.kind = kind_of(document.format, tr),
          .title = document.title,
          .path = path,
          .news = news_of(document, tr),
          .lead = advice_for(document, tr),
          .waits = waits,
          .progress = document.progress,
          .is_made = is_made,
          .download = path + "/bestand",
          .failed = !waits && !is_made};
}

std::string type_of(Format format) {
  switch (format) {
    case Format::pdf: return "application/pdf";
    case Format::docx: return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  }
  return {};
}

}  // namespace

http::Response show(Visit& visit) {
  auto const document =
      visit.read([&](db::Reading& reading) { return find(reading, visit.actor(), visit.id<DocumentId>()); });
  if (!document) return visit.not_found();
  return visit.page({.title = document->title,
                     .holds = {access::Matter::document},
                     .content = visit.render(view_of(*document, visit.tr)),
                     .width = access::Width::narrow});
}

http::Response give(Visit& visit) {
  auto const id = visit.id<DocumentId>();
  struct Found {
    std::optional<Document> document;
    std::optional<std::string> content;
  };
  auto found = visit.read([&](db::Reading& reading) {
    return Found{find(reading, visit.actor(), id), content_of(reading, visit.actor(), id)};
  });
  if (!found.document) return visit.not_found();
  if (!found.content) return visit.see_other(path_of(id));
  auto const name = file_name(found.document->title, found.document->format);
  http::Response response{.body = std::move(*found.content)};
  response.with("Content-Type", type_of(found.document->format));
  response.with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  return response;
}

http::Response try_again(Visit& visit) {
  auto const id = visit.id<DocumentId>();
  visit.write([&](db::Transaction& tx) { make_again(tx, visit.actor(), id); });
  return visit.see_other(path_of(id));
}

}  // namespace lenig::document::pages
