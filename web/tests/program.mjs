// What every story needs: the program with a fresh demo on a free port, browsers in which its people are signed in, and
// the rule that no page may break a promise unseen: an error in the console, a violation of the content policy or an
// exception in a script fails the test in which it happened.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, afterEach } from "node:test";
import { chromium } from "playwright-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.LENIG_PROGRAM ?? join(root, "build/release/lenig");
const chromium_path = process.env.LENIG_CHROMIUM || "/usr/bin/chromium";
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const patience = 10_000;

/** The program and a browser for all tests of one file; both end with it. */
export async function lenig() {
  const [demo, browser] = await Promise.all([start_demo(), open_browser()]);
  const stage = new Stage(demo, browser);
  afterEach(() => stage.clear());
  after(async () => {
    await stage.browser.close();
    await demo.stop();
  });
  return stage;
}

function open_browser() {
  return chromium.launch({ executablePath: chromium_path, args: quiet });
}

async function start_demo() {
  const dir = mkdtempSync(join(tmpdir(), "lenig-browser-"));
  const child = spawn(program, ["demo", "--dir", dir, "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stderr.on("data", (words) => (said = (said + words).slice(-20_000)));
  const address = await new Promise((resolve, reject) => {
    let out = "";
    const late = setTimeout(() => reject(new Error(`the program was not ready in a minute\n${said}`)), 60_000);
    child.stdout.on("data", (words) => {
      out += words;
      const ready = out.match(/^ready (http:\S+)$/m);
      if (!ready) return;
      clearTimeout(late);
      resolve(ready[1]);
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`the program ended with ${code} before it was ready\n${said}`)));
  });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(dir, { recursive: true, force: true });
  };
  return { address, dir, stop, log: () => said, logins: JSON.parse(readFileSync(join(dir, "logins.json"), "utf8")) };
}

class Stage {
  constructor(demo, browser) {
    this.address = demo.address;
    this.browser = browser;
    this.demo = demo;
    this.signed_in = new Map();
    this.contexts = [];
    this.complaints = [];
  }

  /** Another browser, when one has worked for long or has gone; who was signed in still is. */
  async renew_browser() {
    this.contexts = [];
    await this.browser.close();
    this.browser = await open_browser();
  }

  login_of(persona) {
    return this.demo.logins.find((login) => login.persona === persona) ?? assert.fail(`no ${persona} in logins.json`);
  }

  /** A browser of its own, for nobody yet. */
  async context(options = {}) {
    const { width = 1280, language = "nl", theme = "light", script = true, state } = options;
    const context = await this.browser.newContext({
      baseURL: this.address,
      viewport: { width, height: width < 600 ? 640 : 900 },
      locale: language,
      colorScheme: theme,
      javaScriptEnabled: script,
      storageState: state,
    });
    context.setDefaultTimeout(patience);
    context.on("page", (page) => this.watch(page));
    this.contexts.push(context);
    return context;
  }

  /** A page of somebody who is signed in; once per persona by the form, after that with the same session. */
  async page_of(persona, options = {}) {
    if (!this.signed_in.has(persona)) {
      const page = await this.page(options);
      await this.sign_in(page, this.login_of(persona));
      this.signed_in.set(persona, await page.context().storageState());
      return page;
    }
    return this.page({ ...options, state: this.signed_in.get(persona) });
  }

  async page(options = {}) {
    return (await this.context(options)).newPage();
  }

  async sign_in(page, { email, password }) {
    await page.goto("/aanmelden");
    await page.locator("#email").fill(email);
    await page.locator("#password").fill(password);
    await page.locator("form.lenig-form button[type=submit]").click();
    await page.waitForURL(`${this.address}/`);
  }

  /** Nothing may go wrong in a console. That the browser itself notes the status of a page is no fault. */
  watch(page) {
    const statuses = new Set();
    page.on("response", (response) => {
      if (response.status() >= 400 && response.status() < 500 && response.request().isNavigationRequest()) statuses.add(response.url());
    });
    page.on("console", (message) => {
      if (message.type() !== "error" && message.type() !== "warning") return;
      const of_a_page = () => message.text().startsWith("Failed to load resource") && statuses.has(message.location().url);
      this.complaints.push({ words: `${page.url()}: ${message.text()}`, excused: of_a_page });
    });
    page.on("pageerror", (error) => this.complaints.push({ words: `${page.url()}: ${error}`, excused: () => false }));
    page.on("response", (response) => {
      if (response.status() >= 500) this.complaints.push({ words: `${response.url()} answered ${response.status()}\n${this.demo.log().slice(-2000)}`, excused: () => false });
    });
  }

  /** After each test: close what it opened, and hold it to what its pages said. */
  async clear() {
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
    const heard = this.complaints.splice(0).filter((complaint) => !complaint.excused());
    assert.deepEqual(heard.map((complaint) => complaint.words), []);
  }
}

/** The words of an element without its line breaks. */
export async function words_of(locator) {
  return (await locator.innerText()).replaceAll(/\s+/g, " ").trim();
}

/** Presses a button or follows a link by its words, and waits for the page after it. */
export async function press(page, name, within = page) {
  const target = within.getByRole("button", { name }).or(within.getByRole("link", { name })).first();
  await Promise.all([page.waitForEvent("domcontentloaded"), target.click()]);
}

/** What the page says was just done. */
export function flash(page) {
  return page.locator(".lenig-flash");
}

export async function expect_flash(page, words) {
  assert.match(await words_of(flash(page)), words);
}

export async function expect_not_found(page, path) {
  const response = await page.goto(path);
  assert.equal(response.status(), 404, path);
  assert.match(await words_of(page.locator("h1")), /^(Niet gevonden|Not found)$/);
}

/** From the start page to the map, as one would. */
export async function go_to_map(page) {
  await page.goto("/");
  await press(page, /^Programma's$/, page.getByRole("navigation", { name: "Hoofdmenu" }));
  await page.locator("main .lenig-card__link").first().click();
  await page.locator(".lenig-map").waitFor();
}

export function row_of(page, unit) {
  return page.locator(".lenig-map__row").filter({ has: page.getByRole("rowheader", { name: unit }) });
}
