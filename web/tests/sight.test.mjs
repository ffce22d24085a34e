// Who sees what: a teacher and a caretaker of a school, and somebody from another board. Nothing here depends on order.

import assert from "node:assert/strict";
import { test } from "node:test";
import { expect_flash, expect_not_found, go_to_map, lenig, press, row_of, words_of } from "./program.mjs";

const stage = await lenig();

async function links_of_office() {
  const page = await stage.page_of("office");
  await go_to_map(page);
  const map = new URL(page.url()).pathname;
  const way = await row_of(page, "Houwingaham").getByRole("link").getAttribute("href");
  await page.goto(way);
  const meeting = await page.locator(".lenig-step a").first().getAttribute("href");
  await page.goto("/organisatie");
  const unit = await page.getByRole("link", { name: "Houwingaham" }).getAttribute("href");
  await page.goto(unit);
  const person = await page.getByRole("link", { name: "Anneke Smid" }).getAttribute("href");
  return { map, table: `${map}/tabel`, set_up: `${map}/opzet`, way, plan: `${way}/plan`, meeting, unit, person };
}

for (const { persona, name, question } of [
  { persona: "teacher", name: "Anneke", question: "Hoe kijken wij eens in elkaars klas?" },
  { persona: "support", name: "Geert", question: "Wanneer is er tijd voor een gesprek aan de balie?" },
]) {
  test(`${name} sees the own school's way, adds a question and reads what comes`, async () => {
    const page = await stage.page_of(persona);
    await page.goto("/");
    assert.match(await words_of(page.locator("h1")), new RegExp(`${name}$`));
    assert.match(await words_of(page.locator(".lenig-first")), /Kijk terug:.*21 april 2004/);
    await page.locator("main").getByRole("link", { name: /^Houwingaham: Intervisie/ }).first().click();
    await press(page, "Vraag toevoegen");
    await press(page, "Zet erbij");
    assert.match(await words_of(page.locator(".lenig-error-summary")), /Schrijf de vraag op/);
    await page.getByLabel(/^De vraag/).fill(question);
    await press(page, "Zet erbij");
    await expect_flash(page, /De vraag staat bij/);
    assert.match(await words_of(page.getByRole("region", { name: "De vragen van het team" })), new RegExp(question.replace("?", "\\?")));
    assert.equal(await page.getByRole("link", { name: /Wat werd ervan/ }).count(), 0);
    assert.equal(await page.getByRole("link", { name: "Pauzeren" }).count(), 0);
  });

  test(`${name} sees no list of who was there, and no map`, async () => {
    const { map, table, plan, meeting } = await links_of_office();
    const page = await stage.page_of(persona);
    await page.goto(meeting);
    assert.match(await words_of(page.locator("main")), /Agenda/);
    assert.doesNotMatch(await words_of(page.locator("main")), /Wie was erbij|Afwezig/);
    for (const path of [map, table, plan]) await expect_not_found(page, path);
  });
}

test("the director of the school does see who was there", async () => {
  const office = await stage.page_of("office");
  await go_to_map(office);
  await office.goto(await row_of(office, "Theo Thijssenschool").getByRole("link").getAttribute("href"));
  const meeting = await office.locator(".lenig-step a").nth(1).getAttribute("href");
  const page = await stage.page_of("director");
  await page.goto(meeting);
  assert.match(await words_of(page.getByRole("region", { name: "Wie was erbij?" })), /Aanwezig/);
});

test("somebody from another board is taught what Lenig is for, and finds nobody", async () => {
  const page = await stage.page_of("stranger");
  await page.goto("/");
  assert.match(await words_of(page.locator("main")), /Er wacht niets op u.*Hier leest u straks/);
  assert.doesNotMatch(await words_of(page.locator("body")), /Groningen|Intervisie/);
  await page.goto("/programma");
  assert.match(await words_of(page.locator("main")), /Hier loopt nog niets/);
  for (const asked of ["Houwingaham", "Anneke Smid", "Marijke Bos"]) {
    await page.goto(`/zoeken?q=${asked}`);
    assert.match(await words_of(page.locator("main")), /Niets gevonden/, asked);
  }
  await page.goto("/");
  await Promise.all([page.waitForResponse(/suggesties/), page.getByRole("searchbox").pressSequentially("Houwing")]);
  assert.equal(await page.getByText("Houwingaham").count(), 0);
});

test("direct links lead somebody from another board nowhere", async () => {
  const links = Object.values(await links_of_office());
  const page = await stage.page_of("stranger");
  for (const path of links) await expect_not_found(page, path);
});

test("who is not signed in is asked to sign in, whatever the link", async () => {
  const { way, person } = await links_of_office();
  const page = await stage.page();
  for (const path of ["/", way, person, "/zoeken?q=Smid"]) {
    await page.goto(path);
    assert.equal(new URL(page.url()).pathname, "/aanmelden", path);
  }
});
