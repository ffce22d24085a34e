#!/usr/bin/env python3
"""Fills the board of `lenig demo --case board` up to a large one, and measures the thread's page and saving while typing.

Usage: plans.py fill DIRECTORY            35 schools, 7,000 people with 19,280 own goals, 720 goals of units
       plans.py save DIRECTORY ADDRESS    eight people who type in their plans: p50 and p99 of a save, in ms
"""

from __future__ import annotations

import http.client
import json
import random
import re
import sqlite3
import sys
import threading
import time
import urllib.parse
import uuid

SCHOOLS, PEOPLE, BOARD_GOALS, SCHOOL_GOALS, OWN_GOALS, THEMES = 35, 7_000, 20, 20, 19_280, 6
random.seed(5)


def new_id() -> str:
    return str(uuid.UUID(int=(0x01900000 << 96) | (7 << 76) | (0x8 << 60) | random.getrandbits(60)))


def fill(directory: str) -> None:
    base = sqlite3.connect(f"{directory}/lenig.sqlite")
    if base.execute("select count(*) from plan_goal").fetchone()[0] > OWN_GOALS:
        return
    board = base.execute("select board_id from organisation_unit where kind = 'board' order by id limit 1").fetchone()[0]
    schools = [row[0] for row in base.execute("select id from organisation_unit where board_id = ? and kind = 'school'", (board,))]
    for number in range(len(schools), SCHOOLS):
        school = new_id()
        schools.append(school)
        base.execute("insert into organisation_unit (board_id, id, kind, name, sort_name, town, above_id, made_at) values (?, ?, 'school', ?, ?, '', ?, '2021-08-01T00:00:00.000Z')",
                     (board, school, f"School {number}", f"school {number}", board))
        base.executemany("insert into organisation_unit_path (board_id, unit_id, over_board_id, over_id, via) values (?, ?, ?, ?, 'line')",
                         [(board, school, board, school), (board, school, board, board)])
    themes = [new_id() for _ in range(THEMES)]
    base.executemany("insert into plan_theme (board_id, id, unit_id, name, explanation, position) values (?, ?, ?, ?, '', ?)",
                     [(board, one, board, f"Thema {n}", n) for n, one in enumerate(themes)])

    def goal(level: str, unit: str | None, person: str | None, words: str, widers: list[tuple[str, str]]) -> str:
        one = new_id()
        base.execute("insert into plan_goal (board_id, id, level, person_id, unit_id, words, for_whom, due, state, made_by, made_on, widers) values (?, ?, ?, ?, ?, ?, '', '2027-07-01', 'open', ?, '2026-02-01', ?)",
                     (board, one, level, person, unit, words, person or board, len(widers)))
        base.executemany("insert into plan_service (board_id, goal_id, wider_id, wider_kind, level, person_id, state, made_on) values (?, ?, ?, ?, ?, ?, 'open', '2026-02-01')",
                         [(board, one, wider, kind, level, person) for wider, kind in widers])
        return one

    top = [goal("board", board, None, f"Bestuursdoel {n}: merkbaar anders voor iedere leerling", [(random.choice(themes), "theme")]) for n in range(BOARD_GOALS)]
    low = [goal("school", school, None, f"Schooldoel {n} van een school: wat er dan anders is", [(random.choice(top), "goal")]) for school in schools for n in range(SCHOOL_GOALS)]
    people = [new_id() for _ in range(PEOPLE)]
    for _ in range(OWN_GOALS):
        goal("person", None, random.choice(people), "c2VhbGVk" * 12, [(wider, "goal") for wider in random.sample(low, random.choice((1, 1, 1, 2)))])
    base.execute("delete from plan_served")
    base.execute("insert into plan_served (board_id, wider_id, goals) select board_id, wider_id, group_concat(substr(goal_id, 25, 12) || coalesce(substr(person_id, 25, 12), '000000000000'), '') from plan_service where level in ('person', 'peer_group') and state <> 'dropped' group by board_id, wider_id")
    for one in top + low:
        marker = new_id()
        base.execute("insert into plan_indicator (board_id, id, goal_id, name, measure, baseline, baseline_on, target, target_on, ask_days, made_on) values (?, ?, ?, 'Lessen', '%', 10, '2025-09-01', 80, '2027-07-01', 90, '2025-09-01')", (board, marker, one))
        base.executemany("insert into plan_reading (board_id, id, indicator_id, value, on_day, source, evidence, person_id) values (?, ?, ?, ?, ?, 'count', '', ?)",
                         [(board, new_id(), marker, 10.0 + n, f"2026-0{n + 1}-10", people[0]) for n in range(4)])
        base.execute("insert into plan_condition (board_id, id, goal_id, what, by_whom, arranged_on, made_on) values (?, ?, ?, 'Tijd', '', ?, '2025-09-01')",
                     (board, new_id(), one, random.choice((None, "2026-01-01"))))
    base.commit()
    base.execute("analyze")
    base.commit()
    print(board, base.execute("select count(*) from plan_goal").fetchone()[0], "goals")


class Typist(threading.Thread):
    """Somebody who types in a plan of their own: a save each half second or so, as the page does, not in step with others."""

    def __init__(self, address: str, login: dict[str, str], saves: int) -> None:
        super().__init__()
        self.host = urllib.parse.urlparse(address).netloc
        self.saves = saves
        self.took: list[float] = []
        self.cookies: dict[str, str] = {}
        self.connection = http.client.HTTPConnection(self.host)
        page = self.ask("GET", "/aanmelden")
        self.ask("POST", "/aanmelden", {"_csrf": token(page), "email": login["email"], "password": login["password"]})
        page = self.ask("GET", "/plannen/eigen/nieuw")
        self.ask("POST", "/plannen/eigen", {"_csrf": token(page), "kind": "development_plan", "name": "Typen"})
        self.path = self.location
        self.csrf = token(self.ask("GET", self.path))

    def ask(self, method: str, path: str, form: dict[str, str] | None = None, accept: str = "text/html") -> str:
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()), "Accept": accept}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, urllib.parse.urlencode(form) if form is not None else None, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        self.location = answer.getheader("Location") or ""
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        if answer.status >= 400:
            raise SystemExit(f"{method} {path} answered {answer.status}: {text[:200]}")
        return text

    def run(self) -> None:
        was = ""
        time.sleep(random.uniform(0, 0.5))
        for _ in range(self.saves):
            words = (was + " " + random.choice(("rust", "leren", "samen", "kiezen", "anders"))).strip()[-4000:]
            began = time.perf_counter()
            self.ask("POST", self.path + "/deel/strengths", {"_csrf": self.csrf, "words": words, "was": was}, "application/json")
            self.took.append((time.perf_counter() - began) * 1000)
            was = words
            time.sleep(random.uniform(0.3, 0.7))


def token(page: str) -> str:
    return re.search(r'name="_csrf" value="([^"]*)"', page).group(1)


def save(directory: str, address: str) -> None:
    logins = json.load(open(f"{directory}/logins.json"))
    who = [one for one in logins if one["persona"] in ("office", "hr", "board_member", "director", "teacher", "stranger")]
    typists = [Typist(address, who[n % len(who)], 60) for n in range(8)]
    for one in typists:
        one.start()
    for one in typists:
        one.join()
    took = sorted(ms for one in typists for ms in one.took)
    print(f"saving while typing, 8 people, {len(took)} saves: p50 {took[len(took) // 2]:.1f} ms, p99 {took[int(len(took) * 0.99)]:.1f} ms")


if __name__ == "__main__":
    if sys.argv[1] == "fill":
        fill(sys.argv[2])
    else:
        save(sys.argv[2], sys.argv[3])
