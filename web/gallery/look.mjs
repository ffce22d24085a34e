// node web/gallery/look.mjs [PAGE…]: screenshots (320 and 1280, light and dark, paper) and axe for the gallery.
// Pictures land in build/look. Exit code 1 when axe finds anything, or a page moves sideways.

import { copyFileSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";

const gallery = dirname(fileURLToPath(import.meta.url));
const root = join(gallery, "../..");
const pictures = join(root, "build/look");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const types = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const pages = readdirSync(gallery).filter((name) => name.endsWith(".html") && (wanted.length === 0 || wanted.includes(name.replace(".html", "")))).sort();
mkdirSync(pictures, { recursive: true });
mkdirSync(join(root, "build/gallery"), { recursive: true });
for (const line of readFileSync(join(root, "build/web/manifest.txt"), "utf8").trim().split("\n")) {
  const [logical, name] = line.split("\t");
  for (const copy of [logical, name]) copyFileSync(join(root, "build/web", name), join(root, "build/gallery", copy));
}

const server = createServer((request, response) => {
  try {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const bytes = readFileSync(join(root, path));
    response.writeHead(200, { "content-type": types[extname(path)] ?? "text/plain", "content-security-policy": policy }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}).listen(0);

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
let faults = 0;
const jobs = pages.flatMap((name) => [320, 1280].flatMap((width) => ["light", "dark"].map((theme) => ({ name, width, theme }))));
await Promise.all(Array.from({ length: 4 }, work));
await browser.close();
server.close();
console.log(`${pages.length} pages, ${faults} faults`);
process.exit(faults ? 1 : 0);

async function work() {
  for (let job; (job = jobs.shift()); ) await look(job);
}

async function look({ name, width, theme }) {
  const context = await browser.newContext({ viewport: { width, height: width === 320 ? 640 : 900 }, colorScheme: theme });
  const page = await context.newPage();
  const say = (words) => { faults += 1; console.log(`${name} ${width} ${theme}: ${words}`); };
  page.on("console", (message) => { if (message.type() === "error") say(message.text()); });
  await page.goto(`http://localhost:${server.address().port}/web/gallery/${name}`);
  await page.evaluate(() => document.fonts.ready);
  const file = join(pictures, `${name.replace(".html", "")}-${width}-${theme}`);
  await page.screenshot({ path: `${file}.png`, fullPage: true });
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) say("moves sideways");
  await page.evaluate(() => { for (const details of document.querySelectorAll("details:not(.lenig-menu)")) details.open = true; });
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  for (const { id, nodes } of violations) say(`${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
  if (width === 1280 && theme === "light") await page.pdf({ path: `${file.replace("-1280-light", "")}.pdf`, preferCSSPageSize: true });
  await context.close();
}
