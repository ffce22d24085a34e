"""Each lint finds the fault that is planted for it, and says nothing of the sound tree."""

from __future__ import annotations

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from lint import all_checks  # noqa: E402
from messages import catalogue_text, merged, read_catalogue, wanted  # noqa: E402
from project import Project  # noqa: E402

RULES = """
[module.base]
folder = "src/platform/base"
kind = "platform"

[module.db]
folder = "src/platform/db"
kind = "platform"
tables = ["db_"]
sees.base = "ids"

[module.school]
folder = "src/school"
kind = "domain"
tables = ["school_"]
sees.base = "ids"
sees.db = "rows"

[module.course]
folder = "src/course"
kind = "domain"
tables = ["course_"]
sees.base = "ids"
sees.school = "schools take part"
reads.school_unit = "their names"

[module.app]
folder = "src/app"
kind = "app"

[without_board]
db_migration = "of the whole database"

[across_boards]
"course/schools" = "a list of all"

[sql_in_code]
"src/platform/db" = "migrations"
"""

README = "What it owns.\n"
TABLE = "create table school_unit (\n  board_id text not null,\n  id text not null,\n  primary key (board_id, id)\n) strict;\n"
GUARD = "-- only postgresql\ncall guard_reach('school_unit');\n-- end\n"
CATALOGUE = 'msgid ""\nmsgstr "Language: nl\\n"\n\n'


def entry(text: str, translation: str) -> str:
    return f'msgid "{text}"\nmsgstr "{translation}"\n\n'


SOUND = {
    "tests/architecture/modules.toml": RULES,
    "src/platform/base/README.md": README,
    "src/platform/base/id.hpp": "#pragma once\nnamespace lenig::base {}\n",
    "src/platform/db/README.md": README,
    "src/platform/db/migrations.cpp": '#include "platform/base/id.hpp"\nchar const* const ledger = "select name from db_migration";\n',
    "src/school/README.md": README,
    "src/school/school.h": "#pragma once\n// what others see\n",
    "src/school/unit.hpp": '#pragma once\n#include "platform/base/id.hpp"\n',
    "src/school/unit.cpp": '#include "school/queries.hpp"\nauto a = all(sql::units); auto v = "school/units.html"; auto t = tr("School" "plein");\n',
    "src/school/queries/units.sql": "select id from school_unit where board_id = :board\n",
    "src/school/migrations/0001_units.sql": TABLE + GUARD,
    "src/school/views/units.html": '<!DOCTYPE html>\n<p title="[[Scholen]]" class="{{KIND}}">[[Scholen]]: {{N}} &middot; {{#MORE}}…{{/MORE}}</p>\n',
    "src/course/README.md": README,
    "src/course/course.h": "#pragma once\n",
    "src/course/plan.cpp": '#include "school/school.h"\nauto a = all(sql::schools);\n',
    "src/course/queries/schools.sql": "with mine as (select 1) select name from school_unit join mine on true;\n",
    "src/app/README.md": README,
    "src/app/routes.cpp": '#include "school/unit.hpp"\n#include "course/course.h"\n',
    "locale/nl.po": CATALOGUE + entry("Schoolplein", "Schoolplein") + entry("Scholen", "Scholen"),
    "locale/en.po": CATALOGUE + entry("Schoolplein", "School yard") + entry("Scholen", "Schools"),
    "package-lock.json": '{"packages": {"node_modules/a": {"funding": {"url": "https://git' 'hub.com/a"}}}}\n',
}

# lint → what is written (added to, when it starts with "+"), and where the finding must be
FAULTS: dict[str, list[tuple[dict[str, str | None], str]]] = {
    "dependencies": [
        ({"src/school/unit.hpp": '+#include "course/course.h"\n'}, "src/school/unit.hpp:3"),
        ({"src/course/plan.cpp": '+#include "school/unit.hpp"\n'}, "src/course/plan.cpp:3"),
        ({"src/course/plan.cpp": '+#include "school/queries.hpp"\n'}, "src/course/plan.cpp:3"),
        ({"src/platform/db/migrations.cpp": '+#include "school/school.h"\n'}, "src/platform/db/migrations.cpp:3"),
        ({"src/course/plan.cpp": '+#include "app/routes.hpp"\n', "src/app/routes.hpp": "#pragma once\n"}, "src/course/plan.cpp:3"),
    ],
    "rules": [
        ({"tests/architecture/modules.toml": RULES.replace('sees.base = "ids"', 'sees.db = "rows"', 1).replace(
            '[module.base]', '[module.base]\nsees.db = "rows"', 1)}, "modules.toml:1"),
        ({"src/market/offer.hpp": "#pragma once\n"}, "modules.toml:1"),
    ],
    "include_circles": [
        ({"src/school/a.hpp": '#include "school/b.hpp"\n', "src/school/b.hpp": '#include "school/a.hpp"\n'}, "src/school/a.hpp:1"),
    ],
    "platform_words": [
        ({"src/platform/db/migrations.cpp": "+int school_count = 0;\n"}, "src/platform/db/migrations.cpp:3"),
        ({"src/platform/base/id.hpp": "+using namespace lenig::school;\nschool::Unit unit();\n"}, "src/platform/base/id.hpp:4"),
    ],
    "tables": [
        ({"src/school/queries/units.sql": "select id\nfrom course_plan\n"}, "src/school/queries/units.sql:2"),
        ({"src/course/queries/schools.sql": "update school_unit set name = ''\n"}, "src/course/queries/schools.sql:1"),
        ({"src/course/queries/schools.sql": "select 1 from course_plan\n"}, "modules.toml:1"),
        ({"src/school/migrations/0002.sql": TABLE.replace("school_unit", "unit")}, "src/school/migrations/0002.sql:1"),
    ],
    "board_first": [
        ({"src/school/migrations/0002.sql": TABLE.replace("(board_id, id)", "(id)").replace("_unit", "_team")}, "0002.sql:1"),
        ({"src/school/migrations/0002.sql": "create table school_a (id text primary key, board_id text) strict;\n"}, "0002.sql:1"),
        ({"src/school/migrations/0002.sql": "create table school_a (\n  board_id text,\n  check (board_id <> '')\n);\n"}, "0002.sql:1"),
    ],
    "queries": [
        ({"src/school/queries/unused.sql": "select 1"}, "unused.sql:1"),
        ({"src/school/unit.cpp": "auto a = all(sql::units);\nauto b = all(sql::missing);\n"}, "src/school/unit.cpp:2"),
        ({"src/school/queries/teams.postgres.sql": "select 1"}, "teams.postgres.sql:1"),
        ({"src/school/queries/units.sql": "select ';'; delete from school_unit;\n"}, "units.sql:1"),
        ({"src/school/tests/a.cpp": "auto a = sql::only_here;\n", "src/school/queries/only_here.sql": "select 1"}, "only_here.sql:1"),
    ],
    "board_in_queries": [
        ({"src/school/queries/units.sql": "select id from school_unit\n"}, "units.sql:1"),
        ({"src/school/queries/units.sql": "select u.id\nfrom school_unit u\nwhere u.id = :id and :board = :board\n"}, "units.sql:2"),
        ({"src/school/queries/units.sql": "select a.id from school_unit a\njoin school_unit b on b.board_id = a.board_id\n"}, "units.sql:2"),
        ({"src/school/queries/units.sql": "select id from school_unit where board_id = :board\nunion\nselect id from school_unit\n"}, "units.sql:3"),
        ({"src/school/queries/units.sql": "select id from school_unit\nwhere board_id = :board and exists (select 1\n from school_unit)\n"}, "units.sql:3"),
        ({"src/school/queries/units.sql": "delete from school_unit\n"}, "units.sql:1"),
        ({"src/school/queries/units.sql": "insert into school_unit (id) values (:id)\n"}, "units.sql:1"),
        ({"src/course/queries/schools.sql": "select name from school_unit where in_reach(board_id)\n"}, "modules.toml:1"),
    ],
    "faults_fit": [
        ({"tests/faults/a.fault": "# Why.\nfile: src/school/unit.hpp\n- #pragma twice\ntest: A.b\n"}, "a.fault:2"),
        ({"tests/faults/a.fault": "file: src/school/gone.hpp\n- #pragma once\ntest: A.b\n"}, "a.fault:1"),
        ({"src/school/unit.hpp": "+#pragma once\n", "tests/faults/a.fault": "file: src/school/unit.hpp\n- #pragma once\ntest: A.b\n"}, "a.fault:1"),
    ],
    "guarded_tables": [
        ({"src/school/migrations/0001_units.sql": TABLE}, "0001_units.sql:1"),
        ({"src/school/migrations/0001_units.sql": TABLE + "-- " + GUARD.splitlines()[1]}, "0001_units.sql:1"),
        ({"tests/architecture/modules.toml": RULES + '\n[without_guard]\nschool_unit = "no"\n'}, "0001_units.sql:1"),
    ],
    "no_sql_in_code": [
        ({"src/school/unit.hpp": '+auto text = "select id "\n   "from school_unit";\n'}, "src/school/unit.hpp:3"),
        ({"src/school/unit.hpp": '+auto text = R"(\ndelete from school_unit)";\n'}, "src/school/unit.hpp:3"),
    ],
    "nothing_inline": [
        ({"src/school/views/a.html": "<p>\n<script>x()</script></p>"}, "a.html:2"),
        ({"src/school/views/a.html": "<style>a { color: red }</style>"}, "a.html:1"),
        ({"src/school/views/a.html": '<p {{#BIG}}style="color: red"{{/BIG}}></p>'}, "a.html:1"),
        ({"src/school/views/a.html": '<a\n onclick="x()"></a>'}, "a.html:1"),
        ({"src/school/views/a.html": '<button formaction="/x"></button>'}, "a.html:1"),
        ({"src/school/views/a.html": '<a href="javascript:x()"></a>'}, "a.html:1"),
        ({"src/school/views/a.html": '<a hx-on:click="x()"></a>'}, "a.html:1"),
        ({"src/school/views/a.html": '<a hx-vals="js:{a: b}"></a>'}, "a.html:1"),
    ],
    "quoted": [
        ({"src/school/views/a.html": "<a\n href={{URL}}></a>"}, "a.html:1"),
        ({"src/school/views/a.html": "<p>\n<input {{CHECKED}}></p>"}, "a.html:2"),
        ({"src/school/views/a.html": '<p hx-get="/a/{{ID}}"></p>'}, "a.html:1"),
    ],
    "words_translated": [
        ({"src/school/views/a.html": "<p>\n\n  Scholen</p>"}, "a.html:3"),
        ({"src/school/views/a.html": '<p aria-label="Scholen"></p>'}, "a.html:1"),
        ({"src/school/views/a.html": '<img alt="{{NAME}} van school" src="/a.png">'}, "a.html:1"),
        ({"src/school/views/a.html": "<p>[[De <b>school</b>]]</p>"}, "a.html:1"),
    ],
    "views_used": [
        ({"src/school/views/lonely.html": "<p></p>"}, "lonely.html:1"),
        ({"src/school/unit.hpp": '+auto v = "school/missing.html";\n'}, "src/school/unit.hpp:3"),
        ({"src/school/views/units.html": "+{{>school/missing}}\n"}, "units.html:3"),
    ],
    "catalogues": [
        ({"src/school/unit.hpp": '+auto t = tr("Nieuw");\n'}, "src/school/unit.hpp:3"),
        ({"src/school/unit.hpp": '+auto t = tr_("Nieuw");\n'}, "src/school/unit.hpp:3"),
        ({"src/school/views/units.html": '+<p>[[Een\n   nieuwe]]</p>\n'}, "src/school/views/units.html:3"),
        ({"src/school/unit.hpp": '+auto t = tr.n("{} school", "{} scholen", 2);\n'}, "src/school/unit.hpp:3"),
        ({"src/school/unit.hpp": '+constexpr auto t = N_("Maandag");\n'}, "src/school/unit.hpp:3"),
        ({"locale/en.po": "+" + entry("Oud", "Old")}, "locale/en.po:10"),
        ({"locale/en.po": CATALOGUE + entry("Schoolplein", "") + entry("Scholen", "Schools")}, "locale/en.po:4"),
        ({"locale/en.po": CATALOGUE + "#, fuzzy\n" + entry("Schoolplein", "Yard") + entry("Scholen", "Schools")}, "locale/en.po:4"),
        ({"locale/en.po": CATALOGUE + entry("Schoolplein", "Yard {}") + entry("Scholen", "Schools")}, "locale/en.po:4"),
    ],
    "one_text_one_plural": [
        ({"src/school/unit.hpp": '+auto t = tr.n("{} a", "{} as", 2);\nauto u = tr_n("{} a", "{} aas", 2);\n'}, "src/school/unit.hpp:4"),
    ],
    "names": [
        ({"src/school/text_util.cpp": ""}, "text_util.cpp:1"),
        ({"src/school/helpers/a.cpp": ""}, "helpers/a.cpp:1"),
        ({"src/school/rows.h": ""}, "rows.h:1"),
    ],
    "length": [({"src/school/long.cpp": "\n" * 401}, "long.cpp:400"), ({"web/long.ts": "\n" * 401}, "long.ts:400")],
    "readme": [({"src/school/README.md": "\n" * 26}, "README.md:26"), ({"src/school/README.md": None}, "README.md:1")],
    "left_overs": [({"src/school/unit.cpp": "+// TO" "DO: later\n"}, "unit.cpp:3"), ({"web/a.css": "/* FIX" "ME */"}, "a.css:1")],
    "silenced": [
        ({"src/school/unit.cpp": "+int a;  // NO" "LINT\n"}, "unit.cpp:3"),
        ({"src/school/unit.cpp": "+int a;  // NO" "LINT(bugprone-x)\n"}, "unit.cpp:3"),
    ],
    "hosts": [
        ({"bin/setup": "curl https://registry.npm" "js.org/a\n"}, "bin/setup:1"),
        ({"README.md": "\nhttp://deb.deb" "ian.org\n"}, "README.md:2"),
        ({"web/build.mjs": "fetch('https://git" "hub.com/a/b')\n"}, "build.mjs:1"),
    ],
    "machine": [({"bin/setup": "cd /" "root/lenig\n"}, "bin/setup:1"), ({"docs/a.md": "in `/ho" "me/jan/lenig`\n"}, "docs/a.md:1")],
    "lock": [({"package-lock.json": '{\n"resolved": "x"}'}, "package-lock.json:2")],
    "sqlite_and_soci": [({"src/platform/db/a.cpp": "#include <sqlite3.h>\n#include <soci/soci.h>\n"}, "a.cpp:2")],
    "sockets": [
        ({"src/school/unit.cpp": "+#include <boost/asio.hpp>\n"}, "unit.cpp:3"),
        ({"src/platform/http/http.hpp": "#include <boost/beast/http.hpp>\n"}, "http.hpp:1"),
    ],
}


class Lints(unittest.TestCase):
    def test_the_sound_tree_has_no_findings(self) -> None:
        project = planted({})
        for name, check in all_checks().items():
            self.assertEqual([str(finding) for finding in check(project)], [], name)

    def test_every_lint_has_a_planted_fault(self) -> None:
        self.assertEqual(sorted(all_checks()), sorted(FAULTS))

    def test_every_planted_fault_is_found(self) -> None:
        for name, faults in FAULTS.items():
            for changed, place in faults:
                with self.subTest(lint=name, changed=changed):
                    findings = [str(finding) for finding in all_checks()[name](planted(changed))]
                    self.assertTrue(any(place + ":" in finding for finding in findings), findings)


class Catalogues(unittest.TestCase):
    def test_merging_keeps_translations_and_drops_what_is_stale(self) -> None:
        project = planted({"locale/en.po": CATALOGUE + entry("Scholen", "Schools") + entry("Oud", "Old"),
                           "src/school/more.cpp": 'auto t = tr.n("{} school", "{} \\"scholen\\"", n);\n'})
        found = wanted(project)
        english = merged("en", found, read_catalogue(project.root / "locale/en.po"))
        self.assertEqual({text: message.translations for text, message in english.items()},
                         {"Scholen": ["Schools"], "Schoolplein": [""], "{} school": ["", ""]})
        dutch = project.root / "again.po"
        dutch.write_text(catalogue_text("nl", merged("nl", found, {})))
        self.assertEqual(read_catalogue(dutch)["{} school"].translations, ["{} school", '{} "scholen"'])


FOLDERS: list[tempfile.TemporaryDirectory] = []


def planted(changed: dict[str, str | None]) -> Project:
    """The sound tree with some files changed, added to (text after "+") or taken out (None)."""
    files = dict(SOUND)
    for path, text in changed.items():
        if text is None:
            del files[path]
        else:
            files[path] = files.get(path, "") + text[1:] if text.startswith("+") else text
    folder = tempfile.TemporaryDirectory()
    FOLDERS.append(folder)
    root = pathlib.Path(folder.name)
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return Project(root)


def tearDownModule() -> None:
    for folder in FOLDERS:
        folder.cleanup()


if __name__ == "__main__":
    unittest.main()
