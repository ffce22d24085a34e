// What is typed in a plan is kept while typing: at most 0.8 s after a key is pressed it is on its way. The form's own
// button does the same without this. What another wrote meanwhile comes back merged; what can't be sent stays in the
// field, is said to be unsaved, and goes as soon as it can.

const pause = 500; // ms without a key before it is sent
const longest = 800; // ms of typing after which it is sent all the same
const again = 2000; // ms before a failed sending is tried again

interface Kept {
  said: string;
  words?: string;
  merged?: boolean;
}

class Field {
  private readonly area: HTMLTextAreaElement;
  private readonly was: HTMLTextAreaElement;
  private readonly said: HTMLElement | null;
  private timer = 0;
  private typedSince = 0;
  private sending = false;
  failed = false; // what stands here could not be sent

  constructor(private readonly form: HTMLFormElement) {
    this.area = form.querySelector<HTMLTextAreaElement>("textarea[name=words]")!;
    this.was = form.querySelector<HTMLTextAreaElement>("textarea[name=was]")!;
    this.said = form.querySelector<HTMLElement>("[data-said]");
    this.area.addEventListener("input", () => this.typed());
    form.addEventListener("submit", () => clearTimeout(this.timer));
  }

  get isUnsaved(): boolean {
    return this.area.value !== this.was.value;
  }

  /// What stands there now for others; taken over unless something is typed that is not sent yet.
  take(words: string): void {
    if (this.isUnsaved || this.sending || words === this.area.value) return;
    this.put(words);
  }

  /// For a page that goes away.
  leave(): void {
    if (this.isUnsaved) void fetch(this.form.action, { ...this.request(), keepalive: true });
  }

  private typed(): void {
    const now = Date.now();
    if (!this.typedSince) this.typedSince = now;
    this.wait(Math.min(pause, Math.max(0, this.typedSince + longest - now)));
  }

  private wait(time: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.send(), time);
  }

  private request(): RequestInit {
    const body = new URLSearchParams();
    body.set("_csrf", this.form.querySelector<HTMLInputElement>("input[name=_csrf]")!.value);
    body.set("words", this.area.value);
    body.set("was", this.was.value);
    return { method: "POST", body, headers: { Accept: "application/json" } };
  }

  private async send(): Promise<void> {
    if (this.sending || !this.isUnsaved) return;
    this.sending = true;
    this.typedSince = 0;
    const sent = this.area.value;
    try {
      const answer = await fetch(this.form.action, this.request());
      const kept = (await answer.json()) as Kept;
      this.tell(kept.said, !answer.ok);
      this.failed = !answer.ok;
      if (answer.ok) this.saved(sent, kept);
    } catch {
      this.tell(document.querySelector<HTMLElement>("[data-unsent]")?.dataset.unsent ?? "", true);
      this.failed = true;
      this.sending = false;
      return this.wait(again);
    }
    this.sending = false;
    if (this.area.value !== sent && this.isUnsaved) this.typed();
  }

  /// Where more was typed meanwhile, that goes out against what was sent: the program merges it.
  private saved(sent: string, kept: Kept): void {
    this.was.value = sent;
    if (kept.merged && kept.words !== undefined && this.area.value === sent) this.put(kept.words);
  }

  private put(words: string): void {
    const [from, to] = [this.area.selectionStart, this.area.selectionEnd];
    const before = this.area.value.slice(0, from);
    const after = this.area.value.slice(from);
    this.area.value = words;
    this.was.value = words;
    if (document.activeElement !== this.area) return;
    // The cursor stays behind the words that it stood behind, where those are still there.
    const at = words.startsWith(before) ? from : Math.max(0, words.length - after.length);
    this.area.setSelectionRange(at, Math.min(words.length, at + (to - from)));
  }

  private tell(text: string, unsaved: boolean): void {
    if (!this.said) return;
    this.said.textContent = text;
    this.said.toggleAttribute("data-unsaved", unsaved);
  }
}

const fields = new Map<HTMLFormElement, Field>();
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-autosave]")) fields.set(form, new Field(form));

export function fieldOf(form: HTMLFormElement): Field | undefined {
  return fields.get(form);
}

addEventListener("pagehide", () => {
  for (const field of fields.values()) field.leave();
});
addEventListener("beforeunload", (event) => {
  if ([...fields.values()].some((field) => field.failed && field.isUnsaved)) event.preventDefault();
});
