"""Translations: every text in both catalogues, English complete, the same placeholders, nothing stale."""

from __future__ import annotations

from typing import Iterator

from messages import LANGUAGES, PLACEHOLDER, Message, read_catalogue, uses
from project import Finding, Project


def short(text: str) -> str:
    return " ".join(text[:50].split())


def check_catalogues(project: Project) -> Iterator[Finding]:
    """Every [[…]], tr("…"), tr.n("…", "…") and N_("…") stands in locale/nl.po and locale/en.po, and nothing else does."""
    said = list(uses(project))
    catalogues = {f"locale/{language}.po": read_catalogue(project.root / f"locale/{language}.po") for language in LANGUAGES}
    for use in said:
        known = {path: messages[use.text] for path, messages in catalogues.items() if use.text in messages}
        if len(known) < len(catalogues):
            missing = " and ".join(path for path in catalogues if path not in known)
            yield Finding(use.path, use.line, f'not in {missing}: "{short(use.text)}"; run bin/translations')
        for path, message in known.items():
            if use.plural and message.plural != use.plural:
                yield Finding(use.path, use.line, f'other plural in {path} than "{short(use.plural)}"; run bin/translations')
    for path, known in catalogues.items():
        for text in known.keys() - {use.text for use in said}:
            yield Finding(path, known[text].line, f'stale: "{short(text)}"; run bin/translations')
        for message in known.values():
            yield from _faults(path, message)


def _faults(path: str, message: Message) -> Iterator[Finding]:
    forms = [message.text, message.plural] if message.plural else [message.text]
    if message.fuzzy:
        yield Finding(path, message.line, "fuzzy: look at the translation and take the flag off")
    if len(message.translations) != len(forms) or not all(message.translations):
        yield Finding(path, message.line, f'translate "{short(message.text)}"')
        return
    for form, translation in zip(forms, message.translations):
        if sorted(PLACEHOLDER.findall(form)) != sorted(PLACEHOLDER.findall(translation)):
            yield Finding(path, message.line, f'not the same placeholders: "{short(form)}" and "{short(translation)}"')


def check_one_text_one_plural(project: Project) -> Iterator[Finding]:
    """A text has one plural everywhere."""
    plurals: dict[str, str] = {}
    for use in uses(project):
        if use.plural and plurals.setdefault(use.text, use.plural) != use.plural:
            yield Finding(use.path, use.line, f'"{short(use.text)}" has the plural "{short(plurals[use.text])}" elsewhere')
