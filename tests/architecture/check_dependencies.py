"""Who may see whom: modules.toml says so, and the includes follow."""

from __future__ import annotations

import re
from typing import Iterator

from project import Finding, Module, Project, is_test, line_of

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*["<]([^">]+)[">]', re.M)


def includes(project: Project, path: str) -> Iterator[tuple[int, str]]:
    """The files of the project that a file includes, from the root; generated headers stand for their module."""
    text = project.read(path)
    for found in INCLUDE.finditer(text):
        name = found[1]
        line = line_of(text, found.start())
        beside = path.rsplit("/", 1)[0] + "/" + name
        generated = re.fullmatch(r"(\w+)/queries\.hpp", name)
        if generated and generated[1] in project.modules:
            yield line, f"{project.modules[generated[1]].folder}/queries.hpp"
        elif project.has("src/" + name):
            yield line, "src/" + name
        elif project.has(name):
            yield line, name
        elif project.has(beside):
            yield line, beside


def check_dependencies(project: Project) -> Iterator[Finding]:
    """A module includes only what modules.toml lets it see, and of a domain or engine module only the contract header."""
    for path in project.cpp_files():
        module = project.module_of(path)
        if module is None or path.startswith("tests/"):
            continue
        for line, target in includes(project, path):
            seen = project.module_of(target)
            if seen is None:
                if target.startswith("tests/") and not is_test(path):
                    yield Finding(path, line, f"only tests include {target}")
            elif seen is not module:
                yield from _seen(module, seen, path, line, target)


def _seen(module: Module, seen: Module, path: str, line: int, target: str) -> Iterator[Finding]:
    if module.kind == "app":
        return
    if module.kind == "platform" and seen.kind not in ("platform", "engine") or seen.kind == "app":
        yield Finding(path, line, f"a {module.kind} module does not know {seen.name}: turn the dependency round")
    elif seen.name not in module.sees:
        yield Finding(path, line, f"{module.name} may not see {seen.name}: do without, or add it with the reason to "
                                  f"[module.{module.name}.sees] in tests/architecture/modules.toml")
    elif seen.kind != "platform" and target != seen.contract:
        yield Finding(path, line, f'of {seen.name} only the contract is seen: include "{seen.contract[4:]}"')


def check_rules(project: Project) -> Iterator[Finding]:
    """modules.toml names modules that exist, gives every reason, and holds no circle."""
    where = "tests/architecture/modules.toml"
    for module in project.modules.values():
        for name, reason in module.sees.items():
            if name not in project.modules:
                yield Finding(where, 1, f"{module.name} sees {name}, which is no module")
            if not reason.strip():
                yield Finding(where, 1, f"say why {module.name} sees {name}")
    for circle in _circles({name: list(module.sees) for name, module in project.modules.items()}):
        yield Finding(where, 1, "modules in a circle: " + " → ".join(circle))
    homeless = {re.match(r"src/(?:(?:platform|engine)/)?[^/]+", path)[0] for path in project.ending(".cpp", ".hpp", ".h", ".sql", under="src/")
                if project.module_of(path) is None}
    for folder in sorted(homeless):
        yield Finding(where, 1, f"{folder} belongs to no module: add its row")


def check_include_circles(project: Project) -> Iterator[Finding]:
    """No header includes itself by a detour."""
    graph = {path: [target for _, target in includes(project, path)] for path in project.cpp_files()}
    for circle in _circles(graph):
        yield Finding(circle[0], 1, "headers in a circle: " + " → ".join(circle))


def _circles(graph: dict[str, list[str]]) -> Iterator[list[str]]:
    done: set[str] = set()
    for start in sorted(graph):
        way: list[str] = []
        yield from _walk(graph, start, way, done)


def _walk(graph: dict[str, list[str]], node: str, way: list[str], done: set[str]) -> Iterator[list[str]]:
    if node in way:
        yield way[way.index(node):] + [node]
        return
    if node in done:
        return
    way.append(node)
    for target in graph.get(node, []):
        yield from _walk(graph, target, way, done)
    way.pop()
    done.add(node)


def check_platform_words(project: Project) -> Iterator[Finding]:
    """The platform has no word of the domain: no name, table or namespace of a domain module."""
    domain = [name for name, module in project.modules.items() if module.kind == "domain"]
    if not domain:
        return
    word = re.compile(rf"\b({'|'.join(domain)})(?:_\w|::)")
    for path in project.ending(".cpp", ".hpp", ".h", ".sql", ".html", under="src/platform/"):
        if is_test(path):
            continue
        text = project.code(path) if path.endswith((".cpp", ".hpp", ".h")) else project.read(path)
        for found in word.finditer(text):
            yield Finding(path, line_of(text, found.start()),
                          f"\"{found[0]}\" is a word of the domain: the platform takes it as a value or a function from outside")
