// HR adds, ends and invites somebody, who then comes in; and people find each other. The first tests follow each other.

import assert from "node:assert/strict";
import { test } from "node:test";
import { expect_flash, lenig, press, words_of } from "./program.mjs";

const stage = await lenig();
const newcomer = { email: "femke.terpstra@oost-groningen.example", password: "vier fietsen bij de sluis" };
const summary = (page) => page.locator(".lenig-error-summary");

async function find(page, name) {
  await page.goto(`/zoeken?q=${encodeURIComponent(name)}`);
  await press(page, name, page.locator("main .lenig-list"));
}

test("what was typed stays when a form is refused, and the second time it is done", async () => {
  const page = await stage.page_of("hr");
  await find(page, "Houwingaham");
  await press(page, "Persoon toevoegen");
  await page.getByLabel("Voornaam of voorletters").fill("Femke");
  await page.getByLabel("Achternaam").fill("Terpstra");
  await page.getByLabel("E-mailadres van het werk").fill("femke.terpstra");
  await page.getByLabel("Functie", { exact: true }).selectOption({ label: "leerkracht" });
  await page.getByLabel("Omvang in fte").fill("0,8");
  const [response] = await Promise.all([page.waitForNavigation(), page.locator("main form button[type=submit]").click()]);
  assert.equal(response.status(), 422);
  assert.match(await page.title(), /^Niet gelukt/);
  assert.match(await words_of(summary(page)), /Vul een e-mailadres in/);
  assert.equal(await page.getByLabel("E-mailadres van het werk").getAttribute("aria-invalid"), "true");
  assert.equal(await page.getByLabel("Voornaam of voorletters").inputValue(), "Femke");
  assert.equal(await page.getByLabel("E-mailadres van het werk").inputValue(), "femke.terpstra");
  assert.equal(await page.getByLabel("Omvang in fte").inputValue(), "0,8");
  await summary(page).getByRole("link").first().click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "email");

  await page.getByLabel("E-mailadres van het werk").fill(newcomer.email);
  await press(page, "Toevoegen", page.locator("main form"));
  assert.equal(await words_of(page.locator("h1")), "Femke Terpstra");
  await expect_flash(page, /Femke Terpstra staat erin/);
  assert.match(await words_of(page.getByRole("region", { name: "Aanstellingen" })), /Houwingaham.*leerkracht.*0,8 fte/);
});

test("an appointment ends, and the end is undone", async () => {
  const page = await stage.page_of("hr");
  await find(page, "Femke Terpstra");
  await press(page, /^Beëindigen/);
  await page.getByLabel("Laatste dag").fill("2004-06-30");
  await press(page, "Beëindigen", page.locator("main form"));
  await expect_flash(page, /stopt na 30 juni 2004/);
  const work = page.getByRole("region", { name: "Aanstellingen" });
  assert.match(await words_of(work), /30 juni 2004/);
  await press(page, "Ongedaan maken");
  await find(page, "Femke Terpstra");
  assert.doesNotMatch(await words_of(work), /30 juni 2004/);
});

test("an invitation leads to a password, and the password to the own start page", async () => {
  const page = await stage.page_of("hr");
  await find(page, "Femke Terpstra");
  await press(page, /uitnodigen/i, page.getByRole("region", { name: "In het kort" }));
  await expect_flash(page, /De uitnodiging is onderweg/);
  const message = page.locator("main .lenig-list__item").filter({ hasText: newcomer.email });
  for (let tries = 0; tries < 20; ++tries) {
    await page.goto("/post");
    if (await message.count()) break;
    await page.waitForTimeout(250);
  }
  await message.getByRole("link").click();
  const link = (await words_of(page.locator("main"))).match(/https?:\/\/\S+\/welkom\/\S+/)[0];

  const theirs = await stage.page();
  await theirs.goto(new URL(link).pathname);
  await theirs.getByLabel("Nieuw wachtwoord").fill("kort");
  await theirs.getByLabel("Nog een keer").fill("kort");
  await press(theirs, "Bewaar wachtwoord");
  assert.match(await words_of(summary(theirs)), /ten minste 12 tekens/);
  await theirs.getByLabel("Nieuw wachtwoord").fill(newcomer.password);
  await theirs.getByLabel("Nog een keer").fill(newcomer.password);
  await press(theirs, "Bewaar wachtwoord");
  await expect_flash(theirs, /Uw wachtwoord is bewaard/);
  await stage.sign_in(theirs, newcomer);
  assert.match(await words_of(theirs.locator("h1")), /Femke$/);

  const again = await theirs.goto(new URL(link).pathname);
  assert.equal(again.status(), 404);
});

test("a wrong password is refused without saying whether the address is known", async () => {
  const page = await stage.page();
  const refusals = [];
  for (const email of [newcomer.email, "niemand@oost-groningen.example"]) {
    await page.goto("/aanmelden");
    await page.locator("#email").fill(email);
    await page.locator("#password").fill("dit is niet het wachtwoord");
    await page.locator("form.lenig-form button[type=submit]").click();
    refusals.push(await words_of(summary(page)));
    assert.equal(await page.locator("#email").inputValue(), email);
    assert.equal(await page.locator("#password").inputValue(), "");
  }
  assert.equal(refusals[0], refusals[1]);
});

test("dyk finds Dijkstra, and the arrows walk through what was found", async () => {
  const page = await stage.page_of("hr");
  await page.goto("/");
  await page.keyboard.press("/");
  const field = page.getByRole("searchbox");
  assert.ok(await field.evaluate((input) => input === document.activeElement), "the slash goes to the field");
  await page.keyboard.type("dyk");
  const links = page.locator(".lenig-suggestions__link");
  await links.filter({ hasText: "Dijk" }).first().waitFor();
  assert.match(await page.locator(".lenig-search [role=status]").textContent(), /suggestie/);

  await page.keyboard.press("ArrowDown");
  assert.ok(await links.first().evaluate((link) => link === document.activeElement));
  await page.keyboard.press("ArrowUp");
  assert.ok(await field.evaluate((input) => input === document.activeElement));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  assert.equal(await links.count(), 0);
  assert.ok(await field.evaluate((input) => input === document.activeElement));

  await field.fill("dykstra");
  await links.filter({ hasText: "Dijkstra" }).first().waitFor();
  const name = await links.first().locator("span").first().innerText();
  await page.keyboard.press("ArrowDown");
  await Promise.all([page.waitForURL(/\/organisatie\/mens\//), page.keyboard.press("Enter")]);
  assert.equal(await words_of(page.locator("h1")), name);
});

test("without JavaScript the search form leads to a page with the same people", async () => {
  const page = await stage.page_of("hr", { script: false });
  await page.goto("/");
  await page.getByRole("searchbox").fill("dykstra");
  await Promise.all([page.waitForURL(/\/zoeken\?q=dykstra/), page.getByRole("searchbox").press("Enter")]);
  assert.match(await words_of(page.getByRole("region", { name: "Mensen" })), /Dijkstra/);
});
