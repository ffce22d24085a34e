// A plan that several people fill: every two seconds the page asks whether there is something new, and takes over lists
// and words that nobody is typing in here. A connection that fails is tried again; what is no longer shared goes away.

import { fieldOf } from "./autosave";

const pause = 2000; // ms

function takeLists(part: Element, fresh: Element): void {
  if (part.innerHTML === fresh.innerHTML) return;
  const busy = part.contains(document.activeElement);
  if (!busy) part.replaceChildren(...fresh.cloneNode(true).childNodes);
}

function takeOver(root: HTMLElement, html: string): boolean {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const fresh of page.querySelectorAll<HTMLElement>("[data-live]")) {
    const part = root.querySelector<HTMLElement>(`[data-live="${CSS.escape(fresh.dataset.live ?? "")}"]`);
    if (!part) return false;
    if (part instanceof HTMLFormElement) {
      fieldOf(part)?.take(fresh.querySelector<HTMLTextAreaElement>("textarea[name=words]")?.value ?? "");
    } else {
      takeLists(part, fresh);
    }
  }
  const now = root.querySelector<HTMLElement>("[data-revision]");
  const then = page.querySelector<HTMLElement>("[data-revision]");
  if (now && then) now.dataset.revision = then.dataset.revision;
  return page.querySelectorAll("[data-live]").length === root.querySelectorAll("[data-live]").length;
}

/// Gives whether to go on asking.
async function ask(root: HTMLElement): Promise<boolean> {
  const seen = root.querySelector<HTMLElement>("[data-revision]")?.dataset.revision ?? "";
  const answer = await fetch(`${root.dataset.follow}?na=${encodeURIComponent(seen)}`);
  if (answer.status === 404) {
    const gone = document.createElement("p");
    gone.textContent = root.dataset.gone ?? "";
    gone.setAttribute("role", "alert");
    root.replaceChildren(gone);
    return false;
  }
  // Parts came or went, or what is shared changed: the page as a whole is drawn anew, unless somebody types.
  if (answer.status === 200 && !takeOver(root, await answer.text()) && !root.contains(document.activeElement)) location.reload();
  return true;
}

async function follow(root: HTMLElement): Promise<void> {
  let goes = true;
  try {
    if (!document.hidden) goes = await ask(root);
  } catch {
    // No connection: what is typed stays, and the next asking tells whether it is back.
  }
  if (goes) window.setTimeout(() => void follow(root), pause);
}

for (const root of document.querySelectorAll<HTMLElement>("[data-follow]")) window.setTimeout(() => void follow(root), pause);
