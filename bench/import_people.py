#!/usr/bin/env python3
"""350,000 people and 7,000 schools come into one board while others read and write in the program that serves it.

Prints what the import says of itself, how long it took, how much memory, and how long the others waited.
"""

from __future__ import annotations

import http.client
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

LENIG = "build/release/lenig"
SCHOOLS = 7_000
PEOPLE = int(os.environ.get("PEOPLE", "350000"))
GIVEN = "Anna Bert Cor Dirk Els Femke Gert Hanna Iris Jan Klaas Lotte Marijke Nienke Otto Piet Roos Sanne Tjeerd Willem".split()
PREFIXES = ["", "", "", "", "van", "de", "van der", "ten"]
SYLLABLES = "berg dijk hof man sma stra ven wijk zee bos dam kamp meer hout land".split()
FUNCTIONS = "leraar leraar leraar leraar onderwijsassistent directeur conciërge".split()


def family_name(chance: random.Random) -> str:
    """About 40,000 different ones, some of them many times, as in a telephone book."""
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.choice([1, 2, 2, 3, 4]))).capitalize()


def write_schools(path: pathlib.Path) -> None:
    with path.open("w") as file:
        file.write("BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;PLAATSNAAM\n")
        for i in range(SCHOOLS):
            code = f"{i // 26 // 26 % 100:02}{chr(65 + i // 26 % 26)}{chr(65 + i % 26)}"
            file.write(f"41234;{code};{code}00;School {i};Winschoten\n")


def write_people(path: pathlib.Path) -> None:
    chance = random.Random(4711)
    with path.open("w") as file:
        file.write("Roepnaam;Tussenvoegsel;Achternaam;E-mail werk;School;Functie;WTF;Datum in dienst;Datum uit dienst\n")
        for i in range(PEOPLE):
            file.write(f"{chance.choice(GIVEN)};{chance.choice(PREFIXES)};{family_name(chance)};mens{i}@sector.example;"
                       f"School {i % SCHOOLS};{chance.choice(FUNCTIONS)};0,{chance.randrange(2, 10)};1-8-2021;\n")


class Office:
    """Somebody of HR who reads and writes in the served program."""

    def __init__(self, address: str, welcome: str) -> None:
        parts = urllib.parse.urlsplit(address)
        self.connection = http.client.HTTPConnection(parts.hostname, parts.port)
        self.cookies: dict[str, str] = {}
        form = self.get(urllib.parse.urlsplit(welcome).path)
        password = "vier fietsen bij de sluis"
        self.post(urllib.parse.urlsplit(welcome).path, form, {"password": password, "again": password})
        form = self.get("/aanmelden")
        self.post("/aanmelden", form, {"email": "hr@sector.example", "password": password})

    def ask(self, method: str, path: str, body: str | None = None) -> tuple[http.client.HTTPResponse, str]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        return answer, answer.read().decode()

    def get(self, path: str) -> str:
        answer, page = self.ask("GET", path)
        assert answer.status in (200, 303), f"{path}: {answer.status}"
        return page

    def post(self, path: str, page: str, fields: dict[str, str]) -> str:
        hidden = dict(re.findall(r'name="(_\w+)" value="([^"]*)"', page))
        answer, text = self.ask("POST", path, urllib.parse.urlencode({**hidden, **fields}))
        assert answer.status == 303, f"{path}: {answer.status}\n{text[:3000]}"
        return answer.getheader("location") or ""


def others_at_work(office: Office, stop: threading.Event, reads: list[float], writes: list[float]) -> None:
    answer, page = office.ask("GET", "/organisatie")
    board = answer.getheader("location") or re.search(r"/organisatie/eenheid/[0-9a-f-]+", page)[0]
    count = 0
    while not stop.is_set():
        begin = time.perf_counter()
        form = office.get(board + "/wijzigen")
        reads.append(time.perf_counter() - begin)
        count += 1
        begin = time.perf_counter()
        office.post(board, form, {"name": "Sector", "town": f"Plaats {count}"})
        writes.append(time.perf_counter() - begin)
        time.sleep(0.01)


def told(times: list[float]) -> str:
    times.sort()
    at = lambda share: times[min(len(times) - 1, int(len(times) * share))] * 1000
    return f"{len(times)} times, median {at(0.5):.1f} ms, p99 {at(0.99):.0f} ms, at most {times[-1] * 1000:.0f} ms"


def timed(folder: str, what: str, *arguments: str) -> None:
    begin = time.perf_counter()
    child = subprocess.Popen([LENIG, "import", *arguments, "--board", "Sector", "--dir", folder], stdout=subprocess.PIPE, text=True)
    last: list[str] = []
    for line in child.stdout:
        last = (last + [line.strip()])[-2:]
    _, status, usage = os.wait4(child.pid, 0)
    took = time.perf_counter() - begin
    print(f"{what}: {took:.1f} s, {usage.ru_maxrss / 1024:.0f} MiB, {usage.ru_utime:.1f} s of a processor; " + "; ".join(last if "dry" not in what else last[-1:]))
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{what} failed")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        schools, people = pathlib.Path(folder, "schools.csv"), pathlib.Path(folder, "people.csv")
        write_schools(schools)
        write_people(people)
        print(f"{PEOPLE} people in {people.stat().st_size / 1e6:.0f} MB")
        welcome = subprocess.run([LENIG, "board", "Sector", "--for", "hr@sector.example", "--given", "Ineke", "--family", "Zuidema", "--dir", folder],
                                 check=True, capture_output=True, text=True).stdout.strip()
        timed(folder, "7,000 schools", "schools", str(schools))
        log = open(pathlib.Path(folder, "log"), "w")
        server = subprocess.Popen([LENIG, "serve", "--dir", folder, "--port", "0"], stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            address = server.stdout.readline().split()[1]
            stop, reads, writes = threading.Event(), [], []
            office = Office(address, welcome)
            worker = threading.Thread(target=others_at_work, args=(office, stop, reads, writes))
            worker.start()
            begin = time.perf_counter()
            timed(folder, "dry run", "people", str(people), "--dry-run")
            reads.clear(), writes.clear()
            timed(folder, "import", "people", str(people))
            stop.set()
            worker.join()
            print(f"dry run and import: {time.perf_counter() - begin:.1f} s")
            print(f"reading a page meanwhile: {told(reads)}")
            print(f"saving a form meanwhile: {told(writes)}")
            timed(folder, "the same file again", "people", str(people))
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
