// The office plans who goes when: with a mouse, with the keyboard alone, and without a script.

import assert from "node:assert/strict";
import { test } from "node:test";
import { expect_flash, go_to_map, lenig, press, words_of } from "./program.mjs";

const stage = await lenig();
const column = (page, name) => page.locator(".lenig-planning__column", { has: page.getByRole("heading", { name }) });
const card = (page, unit) => page.locator(".lenig-planning__unit", { hasText: unit });

async function go_to_planning(page) {
  await go_to_map(page);
  await press(page, "Planning", page.getByRole("navigation", { name: "Bladen van het programma" }));
}

test("a school that is dragged to another cohort stands there, and the page says what breaks", async () => {
  const page = await stage.page_of("office");
  await go_to_planning(page);
  await page.setViewportSize({ width: 1280, height: 1600 }); // nothing scrolls while the mouse is down
  await card(page, "Beukenlaan").dragTo(column(page, /^Tranche 1/), { sourcePosition: { x: 60, y: 14 }, targetPosition: { x: 60, y: 14 } });
  await expect_flash(page, /Verplaatst/);
  assert.match(await words_of(column(page, /^Tranche 1/)), /Beukenlaan/);
  assert.match(await words_of(page.getByRole("status", { name: "Wat nog niet klopt" })), /Beukenlaan, Tranche 1: dit schooljaar past niet/);
  await press(page, "Ongedaan maken");
  await go_to_planning(page);
  assert.match(await words_of(column(page, /^Tranche 2/)), /Beukenlaan/);
});

test("the keyboard alone moves a school", async () => {
  const page = await stage.page_of("office");
  await go_to_planning(page);
  const list = card(page, "De Meent").getByRole("combobox");
  await list.focus();
  await page.keyboard.type("Tranche 1");
  await page.keyboard.press("Tab");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  await expect_flash(page, /Verplaatst/);
  assert.match(await words_of(column(page, /^Tranche 1/)), /De Meent/);
  assert.match(await words_of(column(page, /^Tranche 1/)), /boven het maximum/);
});

test("a proposal is made, read with its proof, and taken over", async () => {
  const page = await stage.page_of("office");
  await go_to_planning(page);
  await press(page, "Maak een voorstel");
  assert.match(await words_of(page.locator("main")), /Bewezen/);
  await press(page, "Neem over");
  await expect_flash(page, /overgenomen/);
  assert.doesNotMatch(await words_of(column(page, /^Tranche 1/)), /boven het maximum/);
});
