// node web/build.mjs OUTPUT_DIR [--purge-from DIR…]
// Bundles, purges, fingerprints and compresses what a browser loads. Same input, same bytes.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { PurgeCSS } from "purgecss";

const web = dirname(fileURLToPath(import.meta.url));
const root = dirname(web);
const targets = ["chrome111", "firefox114", "safari16.4"];
const content_types = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

// Kept although no template names them whole: htmx sets these classes while a request runs; how deep a goal hangs.
// Themes are an attribute whose value C++ writes from a variable.
const safelist = { standard: [/^htmx-/, /^lenig-thread__knot--/], greedy: [/data-theme/] };

async function main() {
  const [output, ...rest] = process.argv.slice(2);
  if (!output || (rest.length > 0 && rest[0] !== "--purge-from")) {
    console.error("usage: node web/build.mjs OUTPUT_DIR [--purge-from DIR…]");
    process.exit(2);
  }
  const [style, script] = await Promise.all([bundle_styles(rest.slice(1)), bundle_script()]);
  const files = [
    ["figtree.woff2", readFileSync(join(web, "fonts/figtree.woff2"))],
    ["favicon.svg", squeeze_svg("favicon.svg")],
    ["logo.svg", squeeze_svg("logo.svg")],
    ["main.js", Buffer.from(script)],
  ].map(fingerprinted);
  const font = files.find((file) => file.logical === "figtree.woff2");
  files.push(fingerprinted(["main.css", Buffer.from(style.replace("../fonts/figtree.woff2", font.name))]));
  write(resolve(output), files.sort((a, b) => (a.logical < b.logical ? -1 : 1)));
}

async function bundle_styles(more) {
  const bundled = await esbuild.build({
    entryPoints: [join(web, "styles/main.css")],
    bundle: true,
    minify: true,
    write: false,
    target: targets,
    external: ["*.woff2"],
    legalComments: "none",
    logLevel: "warning",
    plugins: [base_tokens, twice_dark],
  });
  const folders = [join(root, "src"), join(web, "islands"), join(web, "gallery"), ...more.map((folder) => resolve(folder))];
  const [purged] = await new PurgeCSS().purge({
    css: [{ raw: bundled.outputFiles[0].text }],
    content: folders.flatMap(pages_in).map((file) => ({ raw: readFileSync(file, "utf8"), extension: "html" })),
    safelist,
    variables: true,
    keyframes: true,
  });
  const minified = await esbuild.transform(purged.css, { loader: "css", minify: true, target: targets, legalComments: "none" });
  return minified.code;
}

async function bundle_script() {
  const bundled = await esbuild.build({
    entryPoints: [join(web, "islands/main.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: targets,
    legalComments: "none",
    logLevel: "warning",
  });
  return bundled.outputFiles[0].text;
}

/** The example theme without what Lenig sets itself: two values for one token would both be sent. */
const base_tokens = {
  name: "base-tokens",
  setup(build) {
    build.onLoad({ filter: /voorbeeld-design-tokens[\\/]dist[\\/]variables\.css$/ }, ({ path }) => {
      const own = new Set(readFileSync(join(web, "styles/tokens.css"), "utf8").match(/^ {2}--[\w-]+(?=:)/gm).map((name) => name.trim()));
      const lines = readFileSync(path, "utf8").split("\n").filter((line) => !own.has(line.trim().split(":")[0]));
      return { contents: lines.join("\n"), loader: "css" };
    });
  },
};

/** The dark theme stands in one file; it holds when chosen, and when the system asks for it
    and nothing was chosen. Never on paper. */
const twice_dark = {
  name: "twice-dark",
  setup(build) {
    build.onLoad({ filter: /theme-dark\.css$/ }, ({ path }) => {
      const chosen = readFileSync(path, "utf8");
      const system = chosen.replaceAll("[data-theme=dark]", "[data-theme=auto]");
      return { contents: `@media screen {\n${chosen}\n}\n@media screen and (prefers-color-scheme: dark) {\n${system}\n}`, loader: "css" };
    });
  },
};

function pages_in(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /(^|[\\/])views[\\/][^\\/]+\.html$|\.cpp$|\.hpp$|\.ts$/.test(name) || (!/src$/.test(folder) && name.endsWith(".html")))
    .sort()
    .map((name) => join(folder, name));
}

function squeeze_svg(name) {
  return Buffer.from(readFileSync(join(web, "icons", name), "utf8").replace(/<!--.*?-->/gs, "").replace(/>\s+</g, "><").trim());
}

function fingerprinted([logical, bytes]) {
  const mark = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const ending = extname(logical);
  return { logical, bytes, name: `${basename(logical, ending)}.${mark}${ending}`, type: content_types[ending] };
}

function write(output, files) {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  let total = 0;
  for (const { logical, name, bytes } of files) {
    writeFileSync(join(output, name), bytes);
    let sent = bytes.length;
    if (!name.endsWith(".woff2")) {
      const gzip = gzipSync(bytes, { level: 9 });
      writeFileSync(join(output, `${name}.gz`), gzip);
      writeFileSync(join(output, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      sent = gzip.length;
    }
    total += sent;
    console.log(`${logical.padEnd(16)}${String(bytes.length).padStart(8)} bytes ${String(sent).padStart(8)} sent`);
  }
  console.log(`${"total".padEnd(16)}${"".padStart(14)} ${String(total).padStart(8)} sent`);
  writeFileSync(join(output, "manifest.txt"), files.map((file) => `${file.logical}\t${file.name}\t${file.type}\n`).join(""));
}

await main();
