// Every page that a persona can reach: axe finds nothing, nothing moves sideways on a phone, a first view is light, and
// the map prints on paper. Normally a page is checked in one of the eight combinations of language, theme and width, in
// rotation, and a page that looks the same to several people once; LENIG_AXE=all checks all eight for everyone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { go_to_map, lenig } from "./program.mjs";

const stage = await lenig();
const everything = process.env.LENIG_AXE === "all";
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const combinations = ["nl", "en"].flatMap((language) => ["light", "dark"].flatMap((theme) => [320, 1280].map((width) => ({ language, theme, width }))));
const without_login = ["/aanmelden", "/wachtwoord-vergeten", "/wachtwoord/niet-meer-geldig"];
const always = ["/", "/account", "/zoeken?q=dijk", "/zoeken?q=qqq", "/zoeken", "/bestaat/niet"];

const pattern_of = (path) => path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{id}").replace(/stap=\d+/, "stap=1").replace(/stappen\/\d+/, "stappen/1").replace(/(stap|jaar\/\{id\})\/\d+$/, "$1/1");

/** What a page is made of, without its words: two pages with the same shape are one page to axe. */
function shape_of(html) {
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  return [...new Set(main.match(/<\w+|(?:class|name|type|role)="[^"]*"/g))].sort().join(" ");
}

function links_in(html) {
  return [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)"/g)].map((match) => match[1].replaceAll("&amp;", "&"));
}

/** One page per pattern, from what the persona's own pages link to. */
async function pages_of(persona) {
  const page = await stage.page_of(persona);
  const found = new Map();
  const waiting = [...always];
  while (waiting.length > 0) {
    const path = waiting.shift();
    const pattern = pattern_of(path);
    if (found.has(pattern)) continue;
    const html = await (await page.context().request.get(path)).text();
    found.set(pattern, { persona, path, pattern, shape: shape_of(html) });
    waiting.push(...links_in(html));
  }
  await page.context().close();
  return [...found.values()];
}

async function all_pages() {
  const pages = without_login.map((path) => ({ persona: null, path, pattern: path, shape: path }));
  for (const { persona } of stage.demo.logins) pages.push(...(await pages_of(persona)));
  if (everything) return pages;
  const seen = new Set();
  return pages.filter(({ pattern, shape }) => !seen.has(pattern + shape) && seen.add(pattern + shape));
}

/** No page has frames, so axe runs in the page itself, which is several times faster. */
async function violations_on(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).options({ resultTypes: ["violations"] }).setLegacyMode(true).analyze();
  return violations;
}

/** What makes a page wider than its window. */
function sideways_on(page) {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
    return ["page", ...wide.slice(0, 3).map((one) => one.className || one.tagName)];
  });
}

async function faults_on(page, job, { language, theme, width }) {
  await page.setViewportSize({ width, height: width === 320 ? 640 : 900 });
  await page.emulateMedia({ colorScheme: theme });
  await page.goto(job.path);
  const faults = [];
  const say = (words) => faults.push(`${job.persona ?? "nobody"} ${job.path} ${language} ${theme} ${width}: ${words}`);
  if ((await page.locator("html").getAttribute("lang")) !== language) say("is in the other language");
  await page.evaluate(() => { for (const details of document.querySelectorAll("details:not(.lenig-menu)")) details.open = true; });
  for (const { id, nodes } of await violations_on(page)) say(`${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? node.failureSummary}`).join(" | ")}`);
  if (width !== 320) await page.setViewportSize({ width: 320, height: 640 });
  const sideways = await sideways_on(page);
  if (sideways.length > 0) say(`moves sideways at 320: ${sideways}`);
  return faults;
}

/** All looks of one persona, on two pages at once: one in each language. A browser that goes away is replaced once. */
async function look_as(persona, jobs, may_fail = true) {
  const faults = [];
  const in_language = async (language) => {
    const mine = jobs.filter((job) => job.combination.language === language);
    if (mine.length === 0) return;
    const page = await (persona ? stage.page_of(persona, { language }) : stage.page({ language }));
    for (const job of mine) faults.push(...(await faults_on(page, job, job.combination)));
    await page.context().close();
  };
  const ends = await Promise.allSettled([in_language("nl"), in_language("en")]);
  const broken = ends.find((end) => end.status === "rejected");
  if (!broken) return faults;
  if (!may_fail || stage.browser.isConnected()) throw broken.reason;
  await stage.renew_browser();
  return look_as(persona, jobs, false);
}

test("axe finds nothing on any page, and no page moves sideways on a phone", async () => {
  const pages = await all_pages();
  const jobs = pages.flatMap((page, index) => (everything ? combinations : [combinations[index % combinations.length]]).map((combination) => ({ ...page, combination })));
  assert.ok(pages.length > 40, `only ${pages.length} pages found`);
  assert.ok(jobs.length >= combinations.length);
  console.log(`${pages.length} pages, ${jobs.length} looks`);
  const faults = [];
  for (const persona of new Set(jobs.map((job) => job.persona))) {
    faults.push(...(await look_as(persona, jobs.filter((job) => job.persona === persona))));
    if (everything) await stage.renew_browser();
  }
  assert.deepEqual(faults, []);
});

test("a fault that is planted is found", async () => {
  const page = await stage.page_of("hr", { width: 320 });
  await page.goto("/account");
  await page.evaluate(() => {
    document.querySelector("main h1").insertAdjacentHTML("afterend", '<input id="bare">');
    document.querySelector("main").append(Object.assign(document.createElement("pre"), { textContent: "breed ".repeat(80) }));
  });
  assert.ok((await violations_on(page)).some(({ id }) => id === "label"));
  assert.ok((await sideways_on(page)).length > 0);
});

test("axe finds nothing while something is open, or wrong", async () => {
  const page = await stage.page_of("hr");
  const faults = async () => (await violations_on(page)).map(({ id, nodes }) => `${id}: ${nodes[0].target}`);
  await page.goto("/");
  await page.locator("details.lenig-menu:not(.lenig-header__menu) summary").click();
  assert.deepEqual(await faults(), [], "own menu");
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox").fill("dijk");
  await page.locator(".lenig-suggestions__link").first().waitFor();
  assert.deepEqual(await faults(), [], "suggestions");
  await page.goto("/organisatie");
  await page.getByRole("link", { name: "Persoon toevoegen" }).click();
  await page.locator("main form button[type=submit]").click();
  await page.locator(".lenig-error-summary").waitFor();
  assert.deepEqual(await faults(), [], "a refused form");
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/");
  await page.locator("details.lenig-header__menu summary").click();
  assert.deepEqual(await faults(), [], "menu on a phone");
});

// Built-in files travel compressed; a page itself is counted as a proxy in front would compress it.
async function weight_of(path) {
  const page = await stage.page_of("office");
  const sizes = [];
  page.on("requestfinished", (request) => sizes.push(size_of(request)));
  await page.goto(path, { waitUntil: "networkidle" });
  const all = await Promise.all(sizes);
  return { bytes: all.reduce((sum, size) => sum + size, 0), requests: all.length };
}

async function size_of(request) {
  const response = await request.response();
  const is_page = (response.headers()["content-type"] ?? "").startsWith("text/html");
  return is_page ? gzipSync(await response.body()).length : (await request.sizes()).responseBodySize;
}

test("a first view is light", async () => {
  const page = await stage.page_of("office");
  await go_to_map(page);
  for (const path of ["/", new URL(page.url()).pathname]) {
    const { bytes, requests } = await weight_of(path);
    console.log(`${pattern_of(path)}: ${bytes} bytes in ${requests} requests`);
    assert.ok(bytes <= 60_000, `${path} weighs ${bytes} bytes`);
    assert.ok(requests <= 10, `${path} takes ${requests} requests`);
  }
});

test("the map prints on one or two sheets of A4, landscape", async () => {
  const page = await stage.page_of("office");
  await go_to_map(page);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sheets = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map((match) => [Math.round(match[1]), Math.round(match[2])]);
  assert.ok(sheets.length >= 1 && sheets.length <= 2, `${sheets.length} sheets`);
  for (const sheet of sheets) assert.deepEqual(sheet, [842, 595]);
});
