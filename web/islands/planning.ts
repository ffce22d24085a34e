// Planning: a unit is dragged to another column. The card's own list and button do the same without a mouse; dropping
// fills in that list and presses that button.

const mark = "data-over";

function columnOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-planning] [data-cohort]") : null;
}

let dragged: HTMLElement | null = null;

document.addEventListener("dragstart", (event) => {
  dragged = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-unit]") : null;
  if (dragged && event.dataTransfer) event.dataTransfer.effectAllowed = "move";
});

document.addEventListener("dragover", (event) => {
  const column = columnOf(event.target);
  if (!dragged || !column?.dataset.cohort) return;
  event.preventDefault();
  column.setAttribute(mark, "");
});

document.addEventListener("dragleave", (event) => columnOf(event.target)?.removeAttribute(mark));

document.addEventListener("drop", (event) => {
  const cohort = columnOf(event.target)?.dataset.cohort;
  const form = dragged?.querySelector("form");
  const list = form?.querySelector("select");
  if (!cohort || !form || !list) return;
  event.preventDefault();
  list.value = cohort;
  form.requestSubmit();
});

document.addEventListener("dragend", () => {
  dragged = null;
  for (const column of document.querySelectorAll(`[${mark}]`)) column.removeAttribute(mark);
});
