"""The texts that are translated, and the catalogues locale/*.po.

A text is found in a view as [[tekst]], in C++ as tr("tekst"), tr.n("een", "meer", …) or tr_n("een", "meer", …) (or the
same of a member tr_), and N_("tekst") in a table. Dutch is the key; spaces and line ends inside [[…]] count as one space.
"""

from __future__ import annotations

import pathlib
import re
from dataclasses import dataclass, field
from typing import Iterator

from project import MESSAGE, STRING, Project, is_test, line_of, value_of

LANGUAGES = ("nl", "en")
CALL = re.compile(r"\b(?P<many>tr_n|tr_?\s*\.\s*n)\s*\(|\b(?:tr_?|N_)\s*\(")
PLACEHOLDER = re.compile(r"\{[^{}\s]*\}")


@dataclass
class Message:
    """A text with its translation; `plural` is empty when it has none."""
    text: str
    plural: str = ""
    translations: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    fuzzy: bool = False
    line: int = 1


@dataclass(frozen=True)
class Use:
    path: str
    line: int
    text: str
    plural: str = ""


def uses(project: Project) -> Iterator[Use]:
    """Every translated text, in the order of the files."""
    for path in project.files:
        if not path.startswith("src/") or is_test(path):
            continue
        if path.endswith(".html") and "/views/" in path:
            for found in MESSAGE.finditer(project.read(path)):
                yield Use(path, line_of(project.read(path), found.start()), " ".join(found[1].split()))
        elif path.endswith((".cpp", ".hpp", ".h")):
            yield from _uses_in_code(path, project.code(path))


def _uses_in_code(path: str, code: str) -> Iterator[Use]:
    in_string = [(found.start(), found.end()) for found in STRING.finditer(code)]
    for call in CALL.finditer(code):
        if any(start <= call.start() < end for start, end in in_string):
            continue
        first, at = _literal(code, call.end())
        if first is None:
            continue
        second = ""
        if call["many"]:
            comma = re.compile(r"\s*,").match(code, at)
            second = (_literal(code, comma.end())[0] if comma else None) or ""
        yield Use(path, line_of(code, call.start()), first, second)


def _literal(code: str, at: int) -> tuple[str | None, int]:
    """The adjacent string literals from there on as one text, and where they end."""
    text = None
    while True:
        start = at + len(code[at:]) - len(code[at:].lstrip()) if code[at:at + 1].isspace() else at
        found = STRING.match(code, start)
        value = value_of(found) if found else None
        if value is None:
            return text, at
        text, at = (text or "") + value, found.end()


def wanted(project: Project) -> dict[str, Message]:
    """What the catalogues must hold: each text once, in the order of the files, with the files that say it."""
    messages: dict[str, Message] = {}
    for use in uses(project):
        message = messages.setdefault(use.text, Message(use.text))
        message.plural = message.plural or use.plural
        if use.path not in message.places:
            message.places.append(use.path)
    return messages


# --- catalogues

def read_catalogue(path: pathlib.Path) -> dict[str, Message]:
    if not path.is_file():
        return {}
    messages: dict[str, Message] = {}
    for block in _blocks(path.read_text(encoding="utf-8")):
        message = _parsed(block)
        if message and message.text:
            messages[message.text] = message
    return messages


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*text.splitlines(), ""], 1):
        if line.strip():
            block.append((number, line.strip()))
        elif block:
            yield block
            block = []


def _parsed(block: list[tuple[int, str]]) -> Message | None:
    values: dict[str, str] = {}
    message = Message("", line=block[0][0])
    key = ""
    for _, line in block:
        if line.startswith("#:"):
            message.places += line[2:].split()
        elif line.startswith("#,"):
            message.fuzzy = "fuzzy" in line
        elif not line.startswith("#"):
            found = re.fullmatch(r'(?:(msgid|msgid_plural|msgstr|msgstr\[\d\])\s+)?"(.*)"', line)
            if found:
                key = found[1] or key
                values[key] = values.get(key, "") + _unescaped(found[2])
    if "msgid" not in values:
        return None
    message.text, message.plural = values["msgid"], values.get("msgid_plural", "")
    message.translations = [value for name, value in sorted(values.items()) if name.startswith("msgstr")]
    return message


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t"}.get(found[1], found[1]), text)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")


def catalogue_text(language: str, messages: dict[str, Message]) -> str:
    head = ['msgid ""', 'msgstr ""', '"Project-Id-Version: lenig\\n"', f'"Language: {language}\\n"', '"MIME-Version: 1.0\\n"',
            '"Content-Type: text/plain; charset=UTF-8\\n"', '"Content-Transfer-Encoding: 8bit\\n"',
            '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"']
    blocks = ["\n".join(head)]
    for message in messages.values():
        lines = [f"#: {place}" for place in message.places]
        lines.append(f'msgid "{_escaped(message.text)}"')
        if message.plural:
            lines.append(f'msgid_plural "{_escaped(message.plural)}"')
            lines += [f'msgstr[{index}] "{_escaped(text)}"' for index, text in enumerate(message.translations)]
        else:
            lines.append(f'msgstr "{_escaped(message.translations[0])}"')
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def merged(language: str, found: dict[str, Message], known: dict[str, Message]) -> dict[str, Message]:
    """The catalogue of a language: what is found, with the translations that it had. Dutch translates to itself."""
    result = {}
    for text, message in found.items():
        forms = [text, message.plural] if message.plural else [text]
        before = known.get(text)
        if language == "nl":
            translations = forms
        elif before and len(before.translations) == len(forms) and not before.fuzzy:
            translations = before.translations
        else:
            translations = [""] * len(forms)
        result[text] = Message(text, message.plural, translations, message.places)
    return result
