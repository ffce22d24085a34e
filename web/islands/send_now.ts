// A link in a letter that already says yes or no: the page sends that answer by itself. Programs that look at links in
// letters don't run scripts, so they answer nothing; without a script the buttons do it.

const form = document.querySelector<HTMLFormElement>("form[data-send-now]");
const answer = form?.dataset.sendNow;
const button = answer ? form?.querySelector<HTMLButtonElement>(`button[value="${answer}"]`) : null;
if (form && button) form.requestSubmit(button);
