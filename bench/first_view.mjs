#!/usr/bin/env node
// What a browser loads for the first view of the start page and of the roll-out map: requests, and bytes as they travel.
// Usage: node bench/first_view.mjs (bin/bench gives it the program and the browser)
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const folder = mkdtempSync(join(tmpdir(), "lenig-bench-"));
const program = spawn("build/release/lenig", ["demo", "--dir", folder, "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
const address = await new Promise((found) => {
  let said = "";
  program.stdout.on("data", (text) => {
    said += text;
    const ready = said.match(/^ready (\S+)$/m);
    if (ready) found(ready[1]);
  });
});

async function size_of(request) {
  const response = await request.response();
  const html = (response.headers()["content-type"] ?? "").startsWith("text/html");
  return html ? gzipSync(await response.body()).length : (await request.sizes()).responseBodySize;
}

async function first_view(path, context) {
  const page = await context.newPage();
  const sizes = [];
  page.on("requestfinished", (request) => sizes.push(size_of(request)));
  await page.goto(address + path, { waitUntil: "networkidle" });
  const all = await Promise.all(sizes);
  await page.close();
  return { requests: all.length, bytes: all.reduce((sum, size) => sum + size, 0) };
}

try {
  const office = JSON.parse(readFileSync(join(folder, "logins.json"), "utf8")).find((login) => login.persona === "office");
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  const signed_in = await browser.newContext();
  const page = await signed_in.newPage();
  await page.goto(address + "/aanmelden");
  await page.fill("#email", office.email);
  await page.fill("#password", office.password);
  await page.click("form.lenig-form button[type=submit]");
  await page.goto(address + "/programma");
  const map = await page.locator("a.lenig-card__link").first().getAttribute("href");
  for (const [name, path] of [["start page", "/"], ["roll-out map", map]]) {
    const fresh = await browser.newContext({ storageState: await signed_in.storageState() });
    const view = await first_view(path, fresh);
    console.log(`${name.padEnd(25)} ${view.requests} requests of 10, ${(view.bytes / 1000).toFixed(1)} kB of 60 (pages gzipped)`);
    await fresh.close();
  }
  await browser.close();
} finally {
  program.kill();
  rmSync(folder, { recursive: true, force: true });
}
