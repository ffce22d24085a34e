// Without a script, and without a mouse.

import assert from "node:assert/strict";
import { test } from "node:test";
import { expect_flash, go_to_map, lenig, press, row_of, words_of } from "./program.mjs";

const stage = await lenig();

test("without JavaScript: sign in, pause and resume", async () => {
  const page = await stage.page({ script: false });
  await stage.sign_in(page, stage.login_of("director"));
  await go_to_map(page);
  await press(page, "Theo Thijssenschool", row_of(page, "Theo Thijssenschool"));
  await press(page, "Pauzeren");
  await page.getByLabel("verandering in de organisatie").check();
  await press(page, "Pauzeren", page.locator("main form"));
  assert.match(await words_of(page.locator("h1 + p")), /Gepauzeerd.*verandering in de organisatie/);
  await press(page, "Hervatten");
  await press(page, "Hervatten", page.locator("main form"));
  assert.match(await words_of(page.locator("h1 + p")), /Bezig/);
});

test("without JavaScript: who was there", async () => {
  const page = await stage.page({ script: false });
  await stage.sign_in(page, stage.login_of("director"));
  await page.goto("/");
  await press(page, "Ga erheen");
  await press(page, "Het maken van een persoonlijk ontwikkelingsplan", page.locator(".lenig-steps"));
  const person = page.getByRole("group", { name: "Lammie Wolters" });
  const was = await person.getByLabel("Afwezig").isChecked();
  await person.getByLabel(was ? "Aanwezig" : "Afwezig").check();
  await press(page, "Aanwezigheid bewaren");
  await expect_flash(page, /De aanwezigheid is bewaard/);
  assert.ok(await person.getByLabel(was ? "Aanwezig" : "Afwezig").isChecked());
});

test("without JavaScript: the menus open, and the language changes", async () => {
  const page = await stage.page({ script: false, width: 320 });
  await stage.sign_in(page, stage.login_of("teacher"));
  const menu = page.locator("details.lenig-header__menu");
  await menu.locator("summary").click();
  assert.ok(await menu.getByRole("link", { name: "Organisatie" }).isVisible());
  await menu.locator("summary").click();
  await page.locator("details.lenig-menu:not(.lenig-header__menu) summary").click();
  await press(page, "English");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
});

/** Whether the reader of the screen can tell where they are: an outline, or a shadow, on the element or drawn over it. */
const focus_is_visible = () => {
  const here = document.activeElement;
  const drawn = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || (style.boxShadow !== "none" && style.boxShadow !== "");
  const box = here.getBoundingClientRect();
  const on_screen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { where: here.outerHTML.slice(0, 160), visible: on_screen && (drawn(getComputedStyle(here)) || drawn(getComputedStyle(here, "::after"))) };
};

async function tab_to(page, locator) {
  for (let steps = 0; steps < 80; ++steps) {
    await page.keyboard.press("Tab");
    const { where, visible } = await page.evaluate(focus_is_visible);
    assert.ok(visible, `the focus does not show on ${where}`);
    if (await locator.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail(`Tab never reaches ${locator}`);
}

async function enter(page) {
  await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);
}

test("with the keyboard alone: sign in, skip to the content, and reach the map and a school", async () => {
  const page = await stage.page();
  await page.goto("/aanmelden");
  await tab_to(page, page.locator("#email"));
  await page.keyboard.type(stage.login_of("office").email);
  await tab_to(page, page.locator("#password"));
  await page.keyboard.type(stage.login_of("office").password);
  await enter(page);
  await page.waitForURL(`${stage.address}/`);

  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Naar de inhoud" });
  assert.ok(await skip.evaluate((link) => link === document.activeElement), "the skip link comes first");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "inhoud");
  await tab_to(page, page.locator("main").getByRole("link").first());

  await page.goto("/");
  await tab_to(page, page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: "Programma's" }));
  await enter(page);
  await tab_to(page, page.locator("main .lenig-card__link").first());
  await enter(page);
  await tab_to(page, row_of(page, "De Tweemaster").getByRole("link"));
  await enter(page);
  assert.equal(await words_of(page.locator("h1")), "De Tweemaster");
});

test("with the keyboard alone: the own menu opens, closes and gives the focus back", async () => {
  const page = await stage.page_of("support");
  await page.goto("/");
  const summary = page.locator("details.lenig-menu:not(.lenig-header__menu) summary");
  await tab_to(page, summary);
  await page.keyboard.press("Enter");
  await tab_to(page, page.getByRole("link", { name: "Mijn account" }));
  await page.keyboard.press("Escape");
  assert.ok(await summary.evaluate((element) => element === document.activeElement));
  assert.equal(await page.locator("details.lenig-menu[open]").count(), 0);
  await page.keyboard.press("Enter");
  await tab_to(page, page.getByRole("button", { name: "Afmelden" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/aanmelden$/);
  await page.goto("/");
  assert.match(page.url(), /\/aanmelden$/);
});
