"""Scope: every query says of every tenant table whose rows it means, and PostgreSQL guards each of those tables besides."""

from __future__ import annotations

import re
from typing import Iterator

from check_sql import KEY, KEY_OF_COLUMN, created_tables
from project import Finding, Project, plain_sql

TABLE = re.compile(r"\b(?P<verb>from|join|update|into)\s+(?P<table>[a-z]\w*)(?:\s+(?:as\s+)?(?P<alias>(?!(?:on|where|join|left|cross|inner|set|"
                   r"order|group|limit|values|union|select|using|returning|do|for|not|and|or)\b)[a-z]\w*))?", re.I)
BOARD = r"(?:(?:unit_|over_)?board_id)"
EQUAL = re.compile(rf"(?<![\w:])(?:(\w+)\.)?({BOARD})\s*=\s*(?:(:\w+)|(?:(\w+)\.)?({BOARD})\b)", re.I)
REVERSED = re.compile(rf"(:\w+)\s*=\s*(?:(\w+)\.)?({BOARD})\b", re.I)
REACHED = re.compile(rf"\bin_reach\s*\(\s*(?:(\w+)\.)?({BOARD})\s*\)", re.I)
ONE_OF = re.compile(rf"(?<![\w:])(?:(\w+)\.)?({BOARD})\s+in\s*\(", re.I)
INSERTED = re.compile(r"\binto\s+(\w+)\s*\(\s*board_id\b", re.I)
GUARD = re.compile(r"\bcall\s+guard_(?:board|reach|appointments)\s*\(\s*'(\w+)'", re.I)


def tenant_tables(project: Project) -> dict[str, tuple[str, int]]:
    """Every table that leads with board_id, and where it is made."""
    found = {}
    for path, line, table, body in created_tables(project):
        key = KEY.search(body) or KEY_OF_COLUMN.search(body)
        if key and key[1].lower() == "board_id":
            found[table] = (path, line)
    return found


def parts(sql: str) -> Iterator[tuple[int, str]]:
    """Each select, insert, update or delete with its own words only: what stands in brackets within it is blanked, and
    comes by itself. `union` parts them as well."""
    opened = [False]
    pieces = [list(" " * len(sql))]
    for at, letter in enumerate(sql):
        if letter == "(":
            inner = re.match(r"\(\s*select\b", sql[at:], re.I) is not None
            if inner:
                pieces[-1][at] = letter
                pieces.append(list(" " * len(sql)))
            else:
                pieces[-1][at] = letter
            opened.append(inner)
        elif letter == ")" and len(opened) > 1:
            if opened.pop():
                yield from _unions("".join(pieces.pop()))
            pieces[-1][at] = letter
        else:
            pieces[-1][at] = letter
    yield from _unions("".join(pieces[0]))


def _unions(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for found in re.finditer(r"\bunion(?:\s+all)?\b", text, re.I):
        yield start, text[start:found.start()]
        start = found.end()
    yield start, text[start:]


def unbound(part: str, tenants: set[str]) -> Iterator[tuple[int, str]]:
    """The tenant tables of one part whose board nothing says."""
    names: dict[str, tuple[int, str]] = {}
    for found in TABLE.finditer(part):
        if found["table"].lower() in tenants:
            names[(found["alias"] or found["table"]).lower()] = (found.start(), found["table"].lower())
    inserted = {found[1].lower() for found in INSERTED.finditer(part)}
    alone = next(iter(names)) if len(names) == 1 else ""
    said = set(inserted)
    ties: list[tuple[str, str]] = []

    def owner(alias: str | None) -> str:
        return alias.lower() if alias else alone

    for found in EQUAL.finditer(part):
        left = owner(found[1])
        if found[3]:
            said.add(left)
        else:
            ties.append((left, owner(found[4])))
    for found in REVERSED.finditer(part):
        said.add(owner(found[2]))
    for pattern in (REACHED, ONE_OF):
        said.update(owner(found[1]) for found in pattern.finditer(part))
    grown = True
    while grown:
        grown = False
        for left, right in ties:
            for one, other in ((left, right), (right, left)):
                # What is not a tenant table of this part is a table around it, or a result that was checked by itself.
                if (other in said or other not in names) and one not in said:
                    said.add(one)
                    grown = True
    for name, (at, table) in names.items():
        if name not in said:
            yield at, table


def check_board_in_queries(project: Project) -> Iterator[Finding]:
    """Every query says of every tenant table which board's rows it means: by :board, by in_reach(…), or by another table's."""
    tenants = set(tenant_tables(project)) - set(project.without_guard)
    crossing = set()
    for path in project.ending(".sql", under="src/"):
        if "/queries/" not in path:
            continue
        module = project.module_of(path)
        name = f"{module.name}/{path.rsplit('/', 1)[1].split('.')[0]}"
        sql = plain_sql(project.read(path))
        for start, part in parts(sql):
            for at, table in unbound(part, tenants):
                if name in project.across_boards:
                    crossing.add(name)
                    continue
                line = sql.count("\n", 0, start + at) + 1
                yield Finding(path, line, f"whose rows of {table}? Add in_reach(board_id) or board_id = :board, or say under "
                                          "[across_boards] in tests/architecture/modules.toml why it crosses boards")
    for name in project.across_boards:
        if name not in crossing:
            yield Finding("tests/architecture/modules.toml", 1, f"[across_boards] names {name}, which does not cross boards: take it out")


def check_guarded_tables(project: Project) -> Iterator[Finding]:
    """Row-level security guards every tenant table on PostgreSQL; those without stand in modules.toml with the reason."""
    guarded = set()
    for path in project.ending(".sql", under="src/"):
        if "/migrations/" in path:
            guarded.update(GUARD.findall(re.sub(r"--[^\n]*", "", project.read(path))))
    for table, (path, line) in tenant_tables(project).items():
        if table not in guarded and table not in project.without_guard:
            yield Finding(path, line, f"{table}: call guard_reach('{table}') or guard_board('{table}') in a migration, or say under "
                                      "[without_guard] in tests/architecture/modules.toml why nobody's rows need it")
        if table in guarded and table in project.without_guard:
            yield Finding(path, line, f"{table} is guarded: take it out of [without_guard]")
