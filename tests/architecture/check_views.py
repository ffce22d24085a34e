"""Templates: nothing inline, nothing unquoted, every word translated."""

from __future__ import annotations

import re
from typing import Iterator

from project import HOLE, MESSAGE, WORDS, Finding, Project, is_test, line_of, without_markers

TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
ATTRIBUTE = re.compile(r"(?P<name>[^\s=\"'/>]+)(?:\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s>]+))?")
COMMENT = re.compile(r"<!--.*?-->|<![a-zA-Z][^>]*>", re.S)
SPOKEN = {"aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "placeholder", "title", "alt", "label"}
URLS = {"hx-get", "hx-post", "hx-put", "hx-patch", "hx-delete", "hx-push-url", "hx-replace-url"}
EVALUATED = {"hx-trigger": r"\[", "hx-vals": r"\bjs:", "hx-headers": r"\bjs:", "hx-request": r"\bjs:"}
WORD = re.compile(r"[^\W\d_]")
OUR_NAME = re.compile(r"\bLenig\b")
ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);")


def _views(project: Project) -> list[str]:
    return [path for path in project.ending(".html", under="src/") if "/views/" in path]


def _plain(project: Project, path: str) -> str:
    """The template with values as holes and translated texts as marks; lines stay."""
    text = MESSAGE.sub(lambda found: WORDS + "\n" * found[0].count("\n"), project.read(path))
    return COMMENT.sub(lambda found: "\n" * found[0].count("\n"), without_markers(text))


def _tags(text: str) -> Iterator[tuple[int, re.Match, list[re.Match]]]:
    for tag in TAG.finditer(text):
        yield line_of(text, tag.start()), tag, list(ATTRIBUTE.finditer(tag["rest"]))


def check_nothing_inline(project: Project) -> Iterator[Finding]:
    """No inline script or style, no style= or on…=, no formaction, no javascript:, no expression for htmx."""
    for path in _views(project):
        text = _plain(project, path)
        for line, tag, attributes in _tags(text):
            names = {attribute["name"].lower() for attribute in attributes}
            element = tag["name"].lower()
            if element == "style":
                yield Finding(path, line, "no <style>: put it into the style sheets in web/")
            if element == "script" and not tag["close"] and ("src" not in names or text[tag.end():tag.end() + 9].lower() != "</script>"):
                yield Finding(path, line, "no inline <script>: make it an island in web/")
            for name in sorted(names):
                bare = name.removeprefix("data-")
                if name in ("style", "formaction", "srcdoc") or re.fullmatch(r"on[a-z]+", name):
                    yield Finding(path, line, f"no {name}= in a template")
                if bare == "hx-vars" or bare.startswith("hx-on"):
                    yield Finding(path, line, f"no {name}: htmx would evaluate it")
            for attribute in attributes:
                name = attribute["name"].lower().removeprefix("data-")
                if name in EVALUATED and re.search(EVALUATED[name], attribute["value"] or ""):
                    yield Finding(path, line, f"no expression in {name}: htmx would evaluate it")
        for found in re.finditer(r"javascript\s*:", text, re.I):
            yield Finding(path, line_of(text, found.start()), "no javascript: address")


def check_quoted(project: Project) -> Iterator[Finding]:
    """Every attribute's value stands between quotes, and no variable in an address that htmx calls."""
    for path in _views(project):
        text = _plain(project, path)
        for line, tag, attributes in _tags(text):
            for attribute in attributes:
                name, value = attribute["name"].lower(), attribute["value"]
                if value is not None and value[0] not in "\"'":
                    yield Finding(path, line, f'quote the value: {attribute["name"]}="…"')
                if value is None and HOLE in name:
                    yield Finding(path, line, "no variable as an attribute: use a section around a literal one")
                if name.removeprefix("data-") in URLS and HOLE in (value or ""):
                    yield Finding(path, line, f"no variable in {name}: put the address into href or action and use hx-boost")


def check_words_translated(project: Project) -> Iterator[Finding]:
    """Every visible text of a template stands as [[Nederlandse tekst]], in aria-label, placeholder, title and alt too."""
    for path in _views(project):
        for found in MESSAGE.finditer(project.read(path)):
            if re.search(r"[<>]|\[\[", found[1]):
                yield Finding(path, line_of(project.read(path), found.start()), "no markup inside [[…]]: translate the pieces, or use {0}")
        text = _plain(project, path)
        for line, tag, attributes in _tags(text):
            for attribute in attributes:
                if attribute["name"].lower() in SPOKEN and WORD.search(_untranslated(attribute["value"] or "")):
                    yield Finding(path, line, f'translate: {attribute["name"]}="[[…]]"')
        visible = TAG.sub(lambda tag: "<>" + "\n" * tag[0].count("\n"), text)
        for found in re.finditer(r"[^<>]+", visible):
            if WORD.search(_untranslated(found[0])):
                start = found.start() + len(found[0]) - len(found[0].lstrip())
                yield Finding(path, line_of(visible, start), f'translate: [[{" ".join(_untranslated(found[0]).split())[:40]}]]')


def _untranslated(text: str) -> str:
    return OUR_NAME.sub("", ENTITY.sub("", text)).replace(HOLE, "").replace(WORDS, "")


def check_views_used(project: Project) -> Iterator[Finding]:
    """Every view file is named by its module's C++ or by another view, and every named view exists."""
    for module in project.modules.values():
        folder = f"{module.folder}/views/"
        for path in project.ending(".html", under=folder):
            name = path.removeprefix(folder)
            if not any(_names(project, other, module.name, name) for other in project.files if other != path):
                yield Finding(path, 1, f'unused: render "{module.name}/{name}" or delete the file')
    views = {f"{module.name}/{path.rsplit('/', 1)[1]}" for module in project.modules.values()
             for path in project.ending(".html", under=f"{module.folder}/views/")}
    for path in _views(project):
        for line, name in _includes(project, path).items():
            if f"{name}.html" not in views:
                yield Finding(path, line, f"there is no view {name}.html")
    for path in project.cpp_files():
        if is_test(path):
            continue
        for line, text in project.strings(path):
            if re.fullmatch(r"[a-z_]+/[a-z_0-9]+\.html", text) and text not in views:
                yield Finding(path, line, f"there is no view {text}")


def _names(project: Project, path: str, module: str, view: str) -> bool:
    wanted = {f"{module}/{view}", view, f"{module}/{view.removesuffix('.html')}"}
    if path.endswith((".cpp", ".hpp", ".h")) and path.startswith("src/") and not is_test(path):
        return any(text in wanted for _, text in project.strings(path))
    return path.endswith(".html") and "/views/" in path and f"{module}/{view.removesuffix('.html')}" in _includes(project, path).values()


def _includes(project: Project, path: str) -> dict[int, str]:
    """The views that a view includes as {{>module/view}}, by line."""
    text = project.read(path)
    return {line_of(text, found.start()): found[1] for found in re.finditer(r"\{\{>\s*([\w/]+?)(?:\.html)?\s*(?::\w+)?\}\}", text)}
