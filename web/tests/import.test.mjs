// A list of people comes in from a file: its columns are recognised, faults and changes are shown, and all of it is undone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { expect_flash, lenig, press, words_of } from "./program.mjs";

const stage = await lenig();
const list = [
  "Roepnaam;Tussenvoegsel;Achternaam;E-mail werk;Functie;WTF;Datum in dienst;Datum uit dienst;School",
  "Zoë;de;Wit;zoe@school.example;leerkracht;0,6;1-8-2003;;Houwingaham",
  "Klaas;;Bos;klaas@school.example;leerkracht;veel;1-8-2003;;Houwingaham",
].join("\r\n");

test("a file is looked through, its good lines come in, and one press takes them out again", async () => {
  const page = await stage.page_of("hr");
  await page.goto("/organisatie");
  await press(page, "Mensen invoeren");
  const [empty] = await Promise.all([page.waitForNavigation(), page.locator("main form button[type=submit]").click()]);
  assert.equal(empty.status(), 422);
  assert.match(await words_of(page.locator(".lenig-error-summary")), /Kies eerst een bestand/);
  await page.getByLabel("Bestand").setInputFiles({ name: "mensen.csv", mimeType: "text/csv", buffer: Buffer.from(list, "latin1") });
  await press(page, "Verder", page.locator("main form"));
  assert.match(await words_of(page.getByLabel("E-mailadres").locator("option:checked")), /E-mail werk \(bijvoorbeeld zoe@school.example\)/);
  await press(page, "Verder", page.locator("main form"));
  assert.match(await words_of(page.locator(".lenig-lead")), /1 mens erbij, 1 aanstelling erbij/);
  assert.match(await words_of(page.getByRole("region", { name: "1 regel kan zo niet mee" })), /Regel 3 WTF “veel” is geen getal/);
  assert.match(await words_of(page.getByRole("region", { name: "Wat er verandert" })), /Zoë de Wit/);
  await press(page, "Voer de goede regels in");
  await expect_flash(page, /2 veranderingen ingevoerd/);
  await press(page, "Ongedaan maken");
  await expect_flash(page, /Ongedaan gemaakt/);
  await page.goto("/zoeken?q=Zo%C3%AB");
  assert.match(await words_of(page.locator("main")), /Niets gevonden/);
});

test("without JavaScript it works the same", async () => {
  const page = await stage.page_of("hr", { script: false });
  await page.goto("/organisatie/invoer");
  await page.getByLabel("Bestand").setInputFiles({ name: "mensen.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await page.locator("main form button[type=submit]").click();
  await page.locator("main form button[type=submit]").click();
  assert.match(await words_of(page.locator("h1")), /Nakijken: mensen.csv/);
  await page.getByRole("button", { name: "Niets invoeren" }).click();
  assert.match(await words_of(page.locator("main")), /er is niets veranderd/);
});

const schools = [
  "PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;PLAATSNAAM",
  "Groningen;41234;00AP;00AP00;Houwingaham;Winschoten",
  "Groningen;41234;00AP;00AP01;De Nieuwe Dollard;Termunten",
  "Drenthe;40001;11BB;11BB00;De Kring;Assen",
].join("\r\n");

test("schools of the board's number come in from the register, and go out by one press", async () => {
  for (const script of [true, false]) {
    const page = await stage.page_of("hr", { script });
    await page.goto("/organisatie");
    await press(page, "Scholen invoeren");
    await page.getByLabel("Bestand").setInputFiles({ name: "vestigingen.csv", mimeType: "text/csv", buffer: Buffer.from(schools) });
    await press(page, "Verder", page.locator("main form"));
    await page.getByLabel("Uw nummer bij DUO").fill("");
    const [unclear] = await Promise.all([page.waitForNavigation(), page.locator("main form button[type=submit]").click()]);
    assert.equal(unclear.status(), 422);
    assert.match(await words_of(page.locator(".lenig-error-summary")), /scholen van 2 besturen/);
    await page.getByLabel("Uw nummer bij DUO").fill("41234");
    await press(page, "Verder", page.locator("main form"));
    assert.match(await words_of(page.getByRole("region", { name: "Wat er verandert" })), /De Nieuwe Dollard.*00AP01, Termunten/);
    assert.doesNotMatch(await words_of(page.locator("main")), /De Kring/);
    await press(page, "Voer in");
    await expect_flash(page, /scholen ingevoerd|school ingevoerd/);
    await press(page, "Ongedaan maken");
    await expect_flash(page, /Ongedaan gemaakt/);
  }
});
