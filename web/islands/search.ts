// The search field's suggestions are a plain list of links that htmx fills in.
// Arrows walk through it, Escape closes it, "/" goes to the field, and a status line says how many there are.

const form_of = (element: EventTarget | null) => (element instanceof Element ? element.closest<HTMLFormElement>(".lenig-search") : null);
const field_in = (form: Element) => form.querySelector<HTMLInputElement>("input[type=search]");
const list_in = (form: Element) => form.querySelector<HTMLElement>(".lenig-search__suggestions");
const links_in = (form: Element) => [...form.querySelectorAll<HTMLAnchorElement>(".lenig-suggestions__link")];

function close(form: Element) {
  list_in(form)?.replaceChildren();
  say(form, "");
}

function say(form: Element, words: string) {
  const status = form.querySelector<HTMLElement>("[role=status]");
  if (status && status.textContent !== words) status.textContent = words;
}

function walk(form: Element, by: 1 | -1) {
  const stops = [field_in(form), ...links_in(form)];
  const here = stops.indexOf(document.activeElement as HTMLInputElement);
  stops[(here + by + stops.length) % stops.length]?.focus();
}

document.addEventListener("keydown", (event) => {
  const form = form_of(event.target);
  if (!form) {
    const typing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const field = [...document.querySelectorAll<HTMLInputElement>(".lenig-search input[type=search]")].find((input) => input.offsetParent);
    if (field) { event.preventDefault(); field.focus(); }
    return;
  }
  if (event.key === "Escape" && links_in(form).length > 0) {
    event.preventDefault();
    close(form);
    field_in(form)?.focus();
  }
  if ((event.key === "ArrowDown" || event.key === "ArrowUp") && links_in(form).length > 0) {
    event.preventDefault();
    walk(form, event.key === "ArrowDown" ? 1 : -1);
  }
});

document.addEventListener("click", (event) => {
  for (const form of document.querySelectorAll(".lenig-search")) if (form !== form_of(event.target)) close(form);
});

// A late answer never takes away the link that someone has just walked to.
document.addEventListener("htmx:beforeSwap", (event) => {
  const form = form_of(event.target);
  const here = document.activeElement;
  if (form && here && list_in(form)?.contains(here)) (event as CustomEvent<{ shouldSwap: boolean }>).detail.shouldSwap = false;
});

// The words come from the page, in the reader's language: data-none, data-one, and data-many with a # for the number.
document.addEventListener("htmx:afterSwap", (event) => {
  const form = form_of(event.target);
  const status = form?.querySelector<HTMLElement>("[role=status]");
  if (!form || !status) return;
  const count = links_in(form).length;
  const words = count === 0 ? status.dataset.none : count === 1 ? status.dataset.one : status.dataset.many?.replace("#", String(count));
  say(form, field_in(form)?.value ? (words ?? "") : "");
});
