// A form is sent once. Buttons are not disabled (a disabled button's name and value would not be sent):
// a second press within the same page is stopped instead.

const sent = new WeakSet<HTMLFormElement>();

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || form.method !== "post") return;
  if (sent.has(form)) return event.preventDefault();
  sent.add(form);
  (event as SubmitEvent).submitter?.setAttribute("aria-busy", "true");
});

// Back to a page that the browser kept: everything can be sent again.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.forms) sent.delete(form);
  for (const button of document.querySelectorAll("[aria-busy=true]")) button.removeAttribute("aria-busy");
});
