// An invitation to a meeting: one press in a letter answers it, without signing in; a program that only looks does not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { expect_flash, go_to_map, lenig, press, row_of, words_of } from "./program.mjs";

const stage = await lenig();

/** The letter to somebody about the meeting that comes at Houwingaham. */
async function letter_to(page, name) {
  await page.goto("/post");
  await page.getByRole("link", { name: new RegExp("^Uitnodiging") }).filter({ hasText: "Een mix van alles" }).first().waitFor();
  for (const link of await page.getByRole("link", { name: /^Uitnodiging/ }).all()) {
    const response = await page.context().request.get(await link.getAttribute("href"));
    const text = await response.text();
    if (text.includes(name)) return text;
  }
  throw new Error(`there is no letter to ${name}`);
}

test("who is invited answers by one press in the letter", async () => {
  const page = await stage.page_of("office");
  await go_to_map(page);
  await press(page, "Houwingaham", row_of(page, "Houwingaham"));
  await press(page, "Een mix van alles");
  await press(page, "Verstuur uitnodigingen");
  await expect_flash(page, /uitnodigingen verstuurd/);
  const meeting = new URL(page.url()).pathname;

  const text = await letter_to(page, "anneke.smid");
  const link = new URL(text.match(/http:\/\/[^\s"<]*\/antwoord\/[^\s"<]*komt=ja/)[0].replaceAll("&amp;", "&"));

  const looking = await page.context().request.get(link.pathname + link.search);
  assert.match(await looking.text(), /Nog niets laten weten/);

  const anybody = await stage.page();
  await anybody.goto(link.pathname + link.search);
  await expect_flash(anybody, /Genoteerd: u komt\./);
  assert.match(await words_of(anybody.locator("main")), /Uw antwoord: Komt/);
  await press(anybody, "Ik kom niet");
  await expect_flash(anybody, /Genoteerd: u komt niet/);

  await page.goto(meeting);
  assert.match(await words_of(page.getByRole("region", { name: "Uitnodigingen" })), /1 komen niet/);
});
