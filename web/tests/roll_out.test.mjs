// The office and a director, through one spring of the case of Oost-Groningen. The tests follow each other.

import assert from "node:assert/strict";
import { test } from "node:test";
import { expect_flash, expect_not_found, go_to_map, lenig, press, row_of, words_of } from "./program.mjs";

const stage = await lenig();
const bands = (page) => page.locator(".lenig-map__heading");

async function cells_of(page, unit) {
  const cells = await row_of(page, unit).locator(".lenig-map__cell").all();
  return Promise.all(cells.map(async (cell) => (await cell.getAttribute("class")).match(/lenig-map__cell--(\w+)/)[1]));
}

test("the project leader signs in from the demo box and reads what is asked", async () => {
  const page = await stage.page();
  await page.goto("/");
  assert.equal(new URL(page.url()).pathname, "/aanmelden");
  await press(page, /als Marijke Bos/);
  assert.match(await words_of(page.locator("h1")), /Marijke$/);
  const first = page.locator(".lenig-first");
  assert.match(await words_of(first), /Intakegesprek houden: De Bouwsteen/);
  assert.match(await words_of(page.getByRole("region", { name: "Ook aan u gevraagd" })), /Intakegesprek houden: De Linde/);
  await press(page, "Ga erheen", first);
  assert.equal(await words_of(page.locator("h1")), "De Bouwsteen");
});

test("the map tells where 24 schools and teams in three cohorts are", async () => {
  const page = await stage.page_of("office");
  await go_to_map(page);
  assert.equal(await bands(page).count(), 3);
  for (const [index, size] of [5, 8, 11].entries()) assert.match(await words_of(bands(page).nth(index)), new RegExp(`${size} van ten hoogste ${size}\\b`));
  assert.equal(await page.locator(".lenig-map__row").count(), 24);
  for (const unit of ["De Tweemaster", "Houwingaham", "Theo Thijssenschool"]) {
    assert.deepEqual((await cells_of(page, unit)).slice(0, 5), Array(5).fill("done"), unit);
  }
  assert.equal((await cells_of(page, "Houwingaham"))[5], "planned");
  assert.equal((await cells_of(page, "Theo Thijssenschool"))[5], "next");
  assert.match(await words_of(row_of(page, "Drieborg")), /Gepauzeerd.*ziekte of afwezigheid/);
  assert.match(await words_of(row_of(page, "Regionaal Onderwijs Bureau")), /Gepauzeerd.*vertrek/);
  assert.deepEqual((await cells_of(page, "Drieborg")).slice(0, 2), ["done", "paused"]);
});

test("the table says the same as the map", async () => {
  const page = await stage.page_of("office");
  await go_to_map(page);
  await press(page, "Tabel");
  const rows = page.locator("main tbody tr");
  assert.equal(await rows.count(), 24);
  const row = rows.filter({ hasText: "Theo Thijssenschool" });
  assert.equal(await row.getByText(/^gedaan op /).count(), 5);
  assert.match(await words_of(row), /aan de beurt/);
});

test("a school is won: intake, commitment, a plan of approach, and a day for the first step", async () => {
  const page = await stage.page_of("office");
  await go_to_map(page);
  await press(page, "De Bouwsteen", row_of(page, "De Bouwsteen"));

  await press(page, "Intakegesprek vastleggen");
  assert.equal(await page.locator("#on_day").inputValue(), "2004-04-15");
  await press(page, "Intakegesprek vastleggen", page.locator("main form"));
  await expect_flash(page, /De Bouwsteen: Intakegesprek gehouden/);

  await press(page, "Toezeggen");
  await press(page, "Toezeggen", page.locator("main form"));
  assert.match(await words_of(page.locator("h1 + p")), /Doet mee/);

  await press(page, "Plan maken");
  await page.getByLabel("Wat wil het team bereiken").fill("Elkaar vragen durven stellen.");
  await press(page, "Bewaar plan");
  assert.match(await words_of(page.locator(".lenig-error-summary")), /Hoe pakt u het aan/);
  assert.equal(await page.getByLabel("Wat wil het team bereiken").inputValue(), "Elkaar vragen durven stellen.");
  await page.getByLabel("Hoe pakt u het aan").fill("Zes middagen, in groepjes van vier.");
  await press(page, "Bewaar plan");
  assert.match(await words_of(page.getByRole("region", { name: "Plan van aanpak" })), /Elkaar vragen durven stellen.*Zes middagen/);

  await press(page, "Dag kiezen");
  await page.getByLabel("Wanneer").fill("2004-05-10T15:30");
  await page.getByLabel("Waar", { exact: false }).and(page.locator("#place")).fill("De Bouwsteen, lokaal 4");
  await press(page, "Plan bijeenkomst");
  await expect_flash(page, /De bijeenkomst is gepland/);
  assert.match(await words_of(page.getByRole("region", { name: "Wanneer en waar" })), /10 mei 2004.*lokaal 4/);
});

test("school and trainer change the agenda together, and what was taken off comes back", async () => {
  const page = await stage.page_of("office");
  await go_to_map(page);
  await press(page, "De Bouwsteen", row_of(page, "De Bouwsteen"));
  await page.locator(".lenig-step a").first().click();
  const agenda = page.getByRole("region", { name: "Agenda" });
  const titles = () => agenda.locator(".lenig-agenda__title").allInnerTexts();
  await agenda.waitFor();
  const before = await titles();
  assert.ok(before.length >= 3, "the questions of the step are the first agenda");

  await press(page, "Punt toevoegen");
  await page.getByLabel("Punt", { exact: true }).fill("Voorstellen met een foto");
  await page.getByLabel("Minuten").fill("20");
  await press(page, "Bewaar punt");
  assert.deepEqual(await titles(), [...before, "Voorstellen met een foto"]);

  const last = agenda.locator(".lenig-agenda__item").last();
  await press(page, /Omhoog/, last);
  assert.equal((await titles()).at(-2), "Voorstellen met een foto");

  const added = agenda.locator(".lenig-agenda__item").filter({ hasText: "Voorstellen met een foto" });
  await press(page, /^Verwijder/, added);
  assert.deepEqual(await titles(), before);
  await expect_flash(page, /Het punt is van de agenda/);
  await press(page, "Ongedaan maken");
  await page.goto(page.url());
  assert.ok((await titles()).includes("Voorstellen met een foto"));
});

test("the map shows the new day", async () => {
  const page = await stage.page_of("office");
  await go_to_map(page);
  assert.equal((await cells_of(page, "De Bouwsteen"))[0], "planned");
  assert.match(await words_of(row_of(page, "De Bouwsteen")), /10 mei/);
});

test("a director plans a day for step 6 of the own school", async () => {
  const page = await stage.page_of("director");
  await page.goto("/");
  assert.match(await words_of(page.locator(".lenig-first")), /Een dag kiezen voor stap 6: Theo Thijssenschool/);
  await press(page, "Ga erheen");
  assert.equal(await page.locator(".lenig-step--done").count(), 5);
  await press(page, "Dag kiezen", page.locator(".lenig-step--now"));
  await page.getByLabel("Wanneer").fill("2004-05-25T14:00");
  await press(page, "Plan bijeenkomst");
  await press(page, "Theo Thijssenschool", page.getByRole("navigation", { name: "Kruimelpad" }));
  assert.match(await words_of(page.locator(".lenig-step--now")), /Gepland op 25 mei 2004/);
});

test("the director pauses for a kind of reason, never a story, and resumes", async () => {
  const page = await stage.page_of("director");
  await go_to_map(page);
  await press(page, "Theo Thijssenschool", row_of(page, "Theo Thijssenschool"));
  await press(page, "Pauzeren");
  await press(page, "Pauzeren", page.locator("main form"));
  assert.match(await words_of(page.locator(".lenig-error-summary")), /Kies een soort reden/);
  assert.equal(await page.locator("main textarea").count(), 0);
  await page.getByLabel("drukte").check();
  await press(page, "Pauzeren", page.locator("main form"));
  assert.match(await words_of(page.locator("h1 + p")), /Gepauzeerd.*drukte/);
  await press(page, "Hervatten");
  await press(page, "Hervatten", page.locator("main form"));
  assert.match(await words_of(page.locator("h1 + p")), /Bezig/);
  assert.match(await words_of(page.getByRole("region", { name: "Het verloop" })), /Hervat.*Gepauzeerd: drukte/);
});

test("a director sees where other schools are, but not why they pause, and does not get in", async () => {
  const office = await stage.page_of("office");
  await go_to_map(office);
  const elsewhere = await row_of(office, "Drieborg").getByRole("link").getAttribute("href");

  const page = await stage.page_of("director");
  await go_to_map(page);
  assert.match(await words_of(row_of(page, "Drieborg")), /Gepauzeerd/);
  assert.doesNotMatch(await words_of(page.locator("main")), /ziekte|afwezigheid|vertrek/);
  assert.equal(await page.locator(".lenig-map__row--own").count(), 1);
  assert.equal(await page.locator(".lenig-map__row a").count(), 1);
  await expect_not_found(page, elsewhere);
});
