// Plans that several people fill, in two browsers at once: nothing typed is lost, not by another, not by a connection that
// breaks, not by a browser that is killed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { expect_flash, lenig, press, words_of } from "./program.mjs";

const stage = await lenig();
const theme = (page) => page.getByRole("textbox", { name: "SHRM-beleidsthema" });

/** The faults of a network that a test breaks on purpose, and of a page that is no longer shared, are no complaints. */
function excuse() {
  stage.complaints = stage.complaints.filter(({ words }) => !/ERR_INTERNET_DISCONNECTED|status of 404|ERR_ABORTED/.test(words));
}

/** A roadmap of Houwingaham, begun by its teacher; gives its path. */
async function roadmap(page) {
  await page.goto("/plannen/koers");
  await press(page, "Plannen", page.locator("main"));
  await press(page, "Een plan beginnen");
  await page.getByRole("radio", { name: "Roadmap strategisch HRM" }).check();
  await page.getByRole("textbox", { name: "Naam" }).fill("Onze roadmap");
  await press(page, "Begin");
  await expect_flash(page, /begonnen/);
  return new URL(page.url()).pathname;
}

test("two people fill a roadmap at once: each sees the other's words, and neither loses any", async () => {
  const teacher = await stage.page_of("teacher");
  const path = await roadmap(teacher);
  const support = await stage.page_of("support");
  await support.goto(path);
  await theme(teacher).fill("Leren van elkaars lessen");
  await support.waitForFunction(() => document.querySelector("textarea[name=words]").value === "Leren van elkaars lessen");
  // Both go on from the same words before either is saved.
  await Promise.all([theme(teacher).pressSequentially(" in de bovenbouw"), theme(support).evaluate((area) => {
    area.focus();
    area.value = "Elke week: " + area.value;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  })]);
  for (const page of [teacher, support]) {
    await page.waitForFunction(() => /Elke week.*Leren van elkaars lessen.*bovenbouw/.test(document.querySelector("textarea[name=words]").value));
  }
  await support.getByRole("textbox", { name: "Wat wordt anders?" }).fill("Iedereen kijkt bij een ander in de les");
  await press(support, "Voeg toe bij Doel");
  await teacher.getByRole("link", { name: "Iedereen kijkt bij een ander in de les" }).waitFor();
  excuse();
});

test("a connection that breaks loses nothing of what is typed", async () => {
  const teacher = await stage.page_of("teacher");
  const path = await roadmap(teacher);
  await teacher.context().setOffline(true);
  await theme(teacher).fill("Zonder verbinding getypt");
  await teacher.getByText("Geen verbinding. Wat u typt staat hier nog").waitFor();
  await teacher.context().setOffline(false);
  await teacher.waitForFunction(() => document.querySelector("[data-said]").textContent === "Bewaard");
  const support = await stage.page_of("support");
  await support.goto(path);
  assert.equal(await theme(support).inputValue(), "Zonder verbinding getypt");
  excuse();
});

test("a browser that is killed loses a second of typing at most", async () => {
  const teacher = await stage.page_of("teacher");
  const path = await roadmap(teacher);
  await theme(teacher).pressSequentially("Rust");
  await teacher.waitForTimeout(1000);
  await stage.renew_browser(); // without a word to the page
  const again = await stage.page_of("teacher");
  await again.goto(path);
  assert.equal(await theme(again).inputValue(), "Rust");
  excuse();
});

test("what is no longer shared goes away while it is read", async () => {
  const teacher = await stage.page_of("teacher");
  await teacher.goto("/plannen");
  await press(teacher, "Mijn plan voor 2004-2005");
  const path = new URL(teacher.url()).pathname;
  await press(teacher, "Delen");
  const whole = teacher.getByRole("group", { name: "Het hele plan" }).getByRole("checkbox", { name: "Iedereen op mijn school" });
  await whole.check();
  await press(teacher, "Bewaar");
  const support = await stage.page_of("support");
  await support.goto(path);
  assert.match(await words_of(support.locator("main")), /Mijn doelen/);
  await whole.uncheck();
  await press(teacher, "Bewaar");
  await support.getByRole("alert").waitFor();
  assert.doesNotMatch(await words_of(support.locator("main")), /Mijn doelen/);
  await teacher.goto("/plannen");
  assert.match(await words_of(teacher.getByRole("region", { name: "Wie las in mijn plannen" })), /Geert Hovinga/);
  excuse();
});

test("the keyboard alone writes an intention and finishes its first step", async () => {
  const page = await stage.page_of("support");
  await page.goto("/plannen/snel");
  await page.locator("#words").focus();
  await page.keyboard.type("Ik vraag vaker hoe het gaat");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Morgen bij de koffie");
  await page.locator("#due").focus();
  await page.keyboard.press("Tab");
  const button = page.getByRole("button", { name: "Bewaar" });
  await button.focus();
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  await expect_flash(page, /Uw voornemen staat er/);
  await page.getByRole("button", { name: /Gedaan.*Morgen bij de koffie/ }).focus();
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  await expect_flash(page, /Gedaan/);
});

test("a roadmap is filled without a script", async () => {
  const teacher = await stage.page_of("teacher", { script: false });
  const path = await roadmap(teacher);
  await theme(teacher).fill("Met een gewoon formulier");
  await press(teacher, "Bewaar SHRM-beleidsthema");
  await expect_flash(teacher, /Bewaard/);
  await teacher.getByRole("textbox", { name: "Wat wordt anders?" }).fill("Meer rust in de ochtend");
  await press(teacher, "Voeg toe bij Doel");
  await teacher.getByRole("textbox", { name: "Wat moet er geregeld zijn?" }).fill("Een lokaal");
  await press(teacher, "Voeg toe bij Voorwaarden");
  await teacher.goto(path);
  assert.match(await words_of(teacher.locator("main")), /Meer rust in de ochtend/);
  assert.match(await words_of(teacher.locator("main")), /Een lokaal/);
  assert.equal(await theme(teacher).inputValue(), "Met een gewoon formulier");
});
