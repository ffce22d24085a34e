"""Makes one document; runs shut off from everything else (converter.hpp).

Standard input: one JSON object, to its end:
  {"format": "pdf" | "docx", "source": text, "files": {name: base64}}
Standard output: lines "progress N" (percent), then one of
  "made N" and N bytes · "missing PACKAGE" · "too_large" · "broken KIND"
Nothing of what the source says goes anywhere else; of a fault only its kind is told.
"""

import base64
import datetime
import io
import json
import logging
import os
import re
import sys
import unicodedata

NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
LETTERS_ON_A_PAGE = 2000
LONG_WORD = re.compile("(?:&[^;\\s]*;|[^\\s<>&]){30}(?=[^\\s<>])")


class Answers:
    """What goes back. What a library prints goes nowhere."""

    def __init__(self):
        self._out = os.fdopen(os.dup(1), "wb")
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        self._percent = 0

    def line(self, text):
        self._out.write(text.encode() + b"\n")
        self._out.flush()

    def progress(self, percent):
        if percent > self._percent:
            self._percent = percent
            self.line(f"progress {percent}")

    def made(self, content):
        self.line(f"made {len(content)}")
        self._out.write(content)
        self._out.flush()


# --- PDF

class Steps(logging.Handler):
    """WeasyPrint tells its steps to a log: laying out pages takes most of the time."""

    def __init__(self, answers, source):
        super().__init__()
        self._answers = answers
        self._pages = 1 + len(re.sub("<[^>]*>", "", source)) / LETTERS_ON_A_PAGE

    def emit(self, record):
        text = record.getMessage()
        if page := re.search(r"Page (\d+)", text):
            self._answers.progress(min(85, 25 + int(60 * int(page[1]) / self._pages)))
        elif text.startswith("Step 6"):
            self._answers.progress(90)


def only(files):
    """Gives what was handed over, and nothing else: no file of the machine, no address."""
    def fetch(url, *_, **__):
        name = url.removeprefix(BASE)
        if not url.startswith(BASE) or name not in files:
            raise ValueError("not handed over")
        kind = "text/css" if name.endswith(".css") else "font/woff2"
        return {"string": files[name], "mime_type": kind, "encoding": "utf-8", "redirected_url": url}
    return fetch


def breakable(html):
    """Says where long words may be broken: WeasyPrint takes the square of a word's length to find out."""
    head, body, text = html.partition("<body>")
    return head + body + re.sub(">[^<]+", lambda piece: LONG_WORD.sub(r"\g<0><wbr>", piece[0]), text)


BASE = "http://document.invalid/"


def pdf(source, files, answers):
    import weasyprint
    answers.progress(20)
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    steps = logging.getLogger("weasyprint.progress")
    steps.propagate = False
    steps.setLevel(logging.INFO)
    steps.addHandler(Steps(answers, source))
    html = weasyprint.HTML(string=breakable(clean(source)), base_url=BASE, url_fetcher=only(files))
    return html.write_pdf(variant="pdf/ua-1")


# --- DOCX

INK, DEEP, LINE, SHADE = "152B2E", "0A3A40", "B9C8C7", "E7EEEC"
LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
CONTENTS = {"nl": "Inhoud", "en": "Contents"}
LETTERS = "Calibri"


class Word:
    """A document for word processors: real styles, so that a reader finds headings and an author changes the look."""

    def __init__(self, manuscript):
        import docx
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt, RGBColor
        self._new, self._qn, self._mm, self._pt, self._color = OxmlElement, qn, Mm, Pt, RGBColor
        self._right = WD_ALIGN_PARAGRAPH.RIGHT
        self._manuscript = manuscript
        self._document = docx.Document()
        self._set_paper()
        self._set_styles()
        self._set_properties()

    def written(self, answers):
        document, manuscript = self._document, self._manuscript
        self._paragraph(manuscript["title"], "Title")
        if manuscript["subtitle"]:
            self._paragraph(manuscript["subtitle"], "Subtitle")
        if manuscript["author"]:
            self._paragraph(manuscript["author"], "Author")
        if manuscript["contents"] == "listed":
            self._list_contents()
        write = {"heading": self._heading, "paragraph": self._text, "quote": self._quote, "list": self._list,
                 "table": self._table}
        blocks = manuscript["blocks"]
        for at, block in enumerate(blocks):
            write[block["kind"]](block)
            answers.progress(30 + 60 * at // len(blocks))
        content = io.BytesIO()
        document.save(content)
        return content.getvalue()

    # --- blocks

    def _heading(self, block):
        self._paragraph(block["text"], f"Heading {block['level']}")

    def _text(self, block):
        self._paragraph(block["text"], "Normal")

    def _quote(self, block):
        words = self._paragraph(block["text"], "Quote")
        if block["whose"]:
            words.paragraph_format.keep_with_next = True
            words.paragraph_format.space_after = self._pt(0)
            self._paragraph(block["whose"], "Whose words")

    def _list(self, block):
        for item in block["items"]:
            self._paragraph(item, "List Bullet")

    def _table(self, block):
        if block["text"]:
            self._paragraph(block["text"], "Caption")
        if not block["header"]:
            return
        table = self._document.add_table(rows=0, cols=len(block["header"]), style="Table Grid")
        self._rule(table)
        self._row(table, block["header"], "Table heading", heads=True)
        for row in block["rows"]:
            self._row(table, row["cells"], "Table text", heads=False)
        self._paragraph("", "Table end")

    def _row(self, table, cells, style, heads):
        row = table.add_row()
        properties = row._tr.get_or_add_trPr()
        properties.append(self._new("w:cantSplit"))
        if heads:
            properties.append(self._new("w:tblHeader"))
        for cell, text in zip(row.cells, cells):
            self._write(cell.paragraphs[0], text, style)
            if heads:
                cell._tc.get_or_add_tcPr().append(self._element("w:shd", val="clear", color="auto", fill=SHADE))

    def _rule(self, table):
        borders = self._new("w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            kind = "nil" if side in ("left", "right", "insideV") else "single"
            borders.append(self._element(f"w:{side}", val=kind, sz="4", space="0", color=LINE))
        table._tbl.tblPr.append(borders)

    def _list_contents(self):
        """A field that a word processor renews with the numbers of the pages; until then the headings alone."""
        lines = [block for block in self._manuscript["blocks"] if block["kind"] == "heading" and block["level"] <= 2]
        if not lines:
            return
        self._paragraph(CONTENTS[self._manuscript["language"]], "TOC Heading")
        paragraphs = [self._paragraph("", f"toc {line['level']}") for line in lines]
        self._field_begins(paragraphs[0], 'TOC \\o "1-2" \\h')
        for paragraph, line in zip(paragraphs, lines):
            paragraph.add_run(clean(line["text"]))
        self._field_ends(paragraphs[-1])

    # --- text

    def _paragraph(self, text, style):
        return self._write(self._document.add_paragraph(), text, style)

    def _write(self, paragraph, text, style):
        paragraph.style = self._document.styles[style]
        text = clean(text)
        run = paragraph.add_run(text) if text else None
        if run and runs_from_right(text):
            paragraph._p.get_or_add_pPr().append(self._new("w:bidi"))
            run._r.get_or_add_rPr().append(self._new("w:rtl"))
        return paragraph

    def _field(self, paragraph, instruction):
        self._field_begins(paragraph, instruction)
        paragraph.add_run("1")
        self._field_ends(paragraph)

    def _field_begins(self, paragraph, instruction):
        words = self._element("w:instrText")
        words.set(self._qn("xml:space"), "preserve")
        words.text = f" {instruction} "
        for part in (self._element("w:fldChar", fldCharType="begin"), words,
                     self._element("w:fldChar", fldCharType="separate")):
            paragraph.add_run()._r.append(part)

    def _field_ends(self, paragraph):
        paragraph.add_run()._r.append(self._element("w:fldChar", fldCharType="end"))

    def _element(self, name, **attributes):
        element = self._new(name)
        for key, value in attributes.items():
            element.set(self._qn(f"w:{key}"), value)
        return element

    # --- what stands around it

    def _set_paper(self):
        section = self._document.sections[0]
        section.page_width, section.page_height = self._mm(210), self._mm(297)
        section.left_margin = section.right_margin = self._mm(25)
        section.top_margin, section.bottom_margin = self._mm(24), self._mm(22)
        section.different_first_page_header_footer = True
        self._write(section.header.paragraphs[0], self._manuscript["title"], "Header")
        for footer in (section.footer, section.first_page_footer):
            paragraph = footer.paragraphs[0]
            paragraph.style = self._document.styles["Footer"]
            paragraph.alignment = self._right
            self._field(paragraph, "PAGE")
            paragraph.add_run(" / ")
            self._field(paragraph, "NUMPAGES")

    def _set_styles(self):
        self._style("Normal", 10.5, after=6, line=1.3)
        self._style("Title", 24, bold=True, color=DEEP, after=4)
        self._style("Subtitle", 13, color=DEEP, after=4)
        self._style("Author", 10, after=18)
        self._style("Heading 1", 17, bold=True, color=DEEP, before=22, after=6)
        self._style("Heading 2", 13, bold=True, color=DEEP, before=16, after=4)
        self._style("Heading 3", 11, bold=True, color=DEEP, before=12, after=2)
        self._style("TOC Heading", 13, bold=True, color=DEEP, before=6, after=4)
        self._style("toc 1", 10.5, bold=True, before=4, after=1)
        self._style("toc 2", 10.5, after=1, indent=5)
        self._style("List Bullet", 10.5, after=3, line=1.3)
        self._style("Quote", 10.5, after=6, indent=6, line=1.3)
        self._style("Whose words", 9.5, after=8, indent=6)
        self._style("Caption", 9.5, bold=True, before=8, after=4)
        self._style("Table heading", 9.5, bold=True, before=2, after=2)
        self._style("Table text", 9.5, before=2, after=2)
        self._style("Table end", 4, after=6)
        self._style("Header", 9)
        self._style("Footer", 9)
        styles = self._document.styles
        for name in ("Heading 1", "Heading 2", "Heading 3", "TOC Heading", "Caption"):
            styles[name].paragraph_format.keep_with_next = True
        for name in ("Quote", "Whose words"):
            self._bar(styles[name])
        if rule := styles["Title"].element.pPr.find(self._qn("w:pBdr")):
            styles["Title"].element.pPr.remove(rule)
        self._speak()

    def _style(self, name, size, bold=False, color=INK, before=0, after=0, line=1.0, indent=0):
        styles = self._document.styles
        if name not in styles:
            styles.add_style(name, 1, builtin=name.startswith("toc ")).base_style = styles["Normal"]
        style = styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [key for key in fonts.keys() if key.endswith("Theme")]:
            del fonts.attrib[key]
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(self._qn(f"w:{kind}"), LETTERS)
        style.font.size, style.font.bold, style.font.italic = self._pt(size), bold, False
        style.font.color.rgb = self._color.from_string(color)
        paragraph = style.paragraph_format
        paragraph.space_before, paragraph.space_after = self._pt(before), self._pt(after)
        paragraph.line_spacing, paragraph.widow_control = line, True
        if indent:
            paragraph.left_indent = self._mm(indent)

    def _bar(self, style):
        border = self._new("w:pBdr")
        border.append(self._element("w:left", val="single", sz="18", space="10", color="C9DC52"))
        spacing = style.element.pPr.find(self._qn("w:spacing"))
        spacing.addprevious(border)

    def _speak(self):
        defaults = self._document.styles.element.find(self._qn("w:docDefaults"))
        for language in defaults.iter(self._qn("w:lang")):
            language.set(self._qn("w:val"), LANGUAGES[self._manuscript["language"]])

    def _set_properties(self):
        properties, manuscript = self._document.core_properties, self._manuscript
        properties.title, properties.subject = clean(manuscript["title"])[:255], clean(manuscript["subtitle"])[:255]
        properties.author, properties.comments = clean(manuscript["author"])[:255], ""
        properties.language = LANGUAGES[manuscript["language"]]
        properties.created = properties.modified = datetime.datetime.utcnow()


def clean(text):
    return NO_CHARACTER.sub("", text)


def runs_from_right(text):
    """Whether its first letter with a direction of its own runs from the right (Unicode Bidirectional Algorithm, P2)."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)


def docx(source, _, answers):
    word = Word(json.loads(source))
    answers.progress(30)
    return word.written(answers)


def main():
    answers = Answers()
    answers.progress(1)
    try:
        given = json.load(sys.stdin.buffer)
        files = {name: base64.b64decode(content) for name, content in given["files"].items()}
        answers.progress(5)
        make = {"pdf": pdf, "docx": docx}[given["format"]]
        answers.made(make(given["source"], files, answers))
    except ModuleNotFoundError as missing:
        answers.line("missing " + re.sub(r"\W", "", missing.name or ""))
    except MemoryError:
        answers.line("too_large")
    except Exception as fault:
        answers.line("broken " + type(fault).__name__)


main()
