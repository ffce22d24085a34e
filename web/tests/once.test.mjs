// Two browsers, a form that is sent twice, and a connection that breaks: what was asked happens once, or not at all.

import assert from "node:assert/strict";
import { connect } from "node:net";
import { test } from "node:test";
import { go_to_map, lenig, press, row_of, words_of } from "./program.mjs";

const stage = await lenig();

/** A question's form as the page holds it, with the question filled in; and the page on which questions stand. */
async function question_form(page, question) {
  await page.goto("/");
  await page.locator("main").getByRole("link", { name: /^Houwingaham: Intervisie/ }).first().click();
  await page.getByRole("region", { name: "De vragen van het team" }).waitFor();
  const way = page.url();
  await press(page, "Vraag toevoegen");
  await page.getByLabel(/^De vraag/).fill(question);
  const form = page.locator("main form");
  const action = await form.evaluate((element) => element.action);
  const fields = await form.evaluate((element) => Object.fromEntries(new FormData(element)));
  return { way, action, fields };
}

async function times_asked(page, way, question) {
  await page.goto(way);
  return page.locator(".lenig-question__text").filter({ hasText: question }).count();
}

/** The bytes of a request as a browser would send it, to be cut where a test likes. */
async function raw_post(page, { action, fields }) {
  const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const body = new URLSearchParams(fields).toString();
  const { host, pathname } = new URL(action);
  const head = [`POST ${pathname} HTTP/1.1`, `Host: ${host}`, `Cookie: ${cookies}`, "Content-Type: application/x-www-form-urlencoded", `Content-Length: ${body.length}`, "Connection: close"];
  return { head: `${head.join("\r\n")}\r\n\r\n`, body };
}

function send_and_break(bytes) {
  const { hostname, port } = new URL(stage.address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes, () => setTimeout(() => socket.destroy(), 20)));
    socket.on("close", resolve);
    socket.on("error", reject);
  });
}

test("the form of one page, sent twice, is done once", async () => {
  const question = "Wat doen wij als het stormt?";
  const page = await stage.page_of("teacher");
  const { way, action, fields } = await question_form(page, question);
  const send = () => page.context().request.post(action, { form: fields });
  const answers = [await send(), ...(await Promise.all([send(), send()]))];
  for (const answer of answers) {
    assert.equal(answer.status(), 200);
    assert.equal(answer.url(), way);
  }
  assert.match(await answers.at(-1).text(), /Dit was al verstuurd|De vraag staat/);
  assert.equal(await times_asked(page, way, question), 1);
});

test("two that arrive together are done once", async () => {
  const question = "Wie kijkt er mee?";
  const page = await stage.page_of("teacher");
  const { way, action, fields } = await question_form(page, question);
  await Promise.all(Array.from({ length: 4 }, () => page.context().request.post(action, { form: fields })));
  assert.equal(await times_asked(page, way, question), 1);
});

test("a button pressed twice in a hurry is pressed once", async () => {
  const question = "Kan het ook op dinsdag?";
  const page = await stage.page_of("teacher");
  const { way } = await question_form(page, question);
  await page.locator("main form button[type=submit]").dblclick();
  await page.waitForURL(way);
  assert.equal(await times_asked(page, way, question), 1);
});

test("a form of another session is shown again, not done", async () => {
  const question = "Van wie is dit formulier?";
  const page = await stage.page_of("teacher");
  const { way, action, fields } = await question_form(page, question);
  const other = await stage.page_of("support");
  const answer = await other.context().request.post(action, { form: fields });
  assert.equal(answer.status(), 403);
  assert.match(await answer.text(), /Van wie is dit formulier\?/);
  assert.equal(await times_asked(page, way, question), 0);
});

test("a connection that breaks halfway leaves nothing", async () => {
  const question = "Is dit half?";
  const page = await stage.page_of("teacher");
  const form = await question_form(page, question);
  const { head, body } = await raw_post(page, form);
  await send_and_break(head + body.slice(0, -10));
  await send_and_break(head);
  assert.equal(await times_asked(page, form.way, question), 0);
  await page.context().request.post(form.action, { form: form.fields });
  assert.equal(await times_asked(page, form.way, question), 1);
});

test("who hears no answer can send again: it is done once", async () => {
  const question = "Kwam dit aan?";
  const page = await stage.page_of("teacher");
  const form = await question_form(page, question);
  const { head, body } = await raw_post(page, form);
  await send_and_break(head + body);
  await page.context().request.post(form.action, { form: form.fields });
  assert.equal(await times_asked(page, form.way, question), 1);
});

test("a request that the browser gives up leaves the form as it was", async () => {
  const question = "Zonder verbinding?";
  const page = await stage.page_of("teacher");
  const { way } = await question_form(page, question);
  await page.route("**/vragen", (route) => route.abort("connectionreset"));
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL("chrome-error://chromewebdata/").catch(() => {});
  await page.unroute("**/vragen");
  stage.complaints.length = 0;  // the browser complains about the connection, as it should
  assert.equal(await times_asked(page, way, question), 0);
});

test("language and theme stay, on every page and after signing in again", async () => {
  const page = await stage.page_of("trainer");
  await page.goto("/account");
  assert.equal(await page.locator("html").getAttribute("lang"), "nl");
  await press(page, "English", page.locator("main"));
  await press(page, /^(Dark|Donker)$/, page.locator("main"));
  for (const path of ["/", "/programma", "/account"]) {
    await page.goto(path);
    assert.equal(await page.locator("html").getAttribute("lang"), "en", path);
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark", path);
  }
  const night = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  assert.equal(night, "rgb(11, 27, 30)");

  const phone = await stage.page({ width: 320 });
  await stage.sign_in(phone, stage.login_of("trainer"));
  await phone.goto("/account");
  await press(phone, /^(Nederlands)$/, phone.locator("main"));
  await press(phone, /^(Licht)$/, phone.locator("main"));
  assert.equal(await phone.locator("html").getAttribute("lang"), "nl");
  assert.equal(await phone.locator("html").getAttribute("data-theme"), "light");
});

test("logging out everywhere logs the other browser out", async () => {
  const desk = await stage.page();
  const phone = await stage.page({ width: 320 });
  for (const page of [desk, phone]) await stage.sign_in(page, stage.login_of("council"));
  await desk.goto("/account");
  assert.ok((await desk.getByRole("region", { name: "Waar u bent aangemeld" }).locator(".lenig-list__item").count()) >= 2);
  await press(desk, "Overal afmelden");
  assert.equal(new URL(desk.url()).pathname, "/aanmelden");
  await phone.goto("/");
  assert.equal(new URL(phone.url()).pathname, "/aanmelden");
});

test("two people at the same school see each other's change", async () => {
  const office = await stage.page_of("office");
  await go_to_map(office);
  await press(office, "Theo Thijssenschool", row_of(office, "Theo Thijssenschool"));
  await press(office, "Pauzeren");
  const director = await stage.page_of("director");
  await director.goto(office.url());
  for (const page of [office, director]) await page.getByLabel("drukte").check();
  await press(office, "Pauzeren", office.locator("main form"));
  await press(director, "Pauzeren", director.locator("main form"));
  assert.match(await words_of(director.locator("main")), /De stand is intussen veranderd/);
  assert.match(await words_of(director.locator("h1 + p")), /Gepauzeerd/);
});
