/* The line between the page and the server: what a reader is told when it is lost, in place of Streamlit's own word, which
 * speaks to whoever started the server, or when it stands and nothing comes over it; and the map's frame, which is asked
 * for again where a file of it did not come.
 */

import { make } from "../dom.js";
import { pauseAfter, rest } from "../fetch.js";
import { MOVE, isBusy } from "./streamlit.js";

const GRACE_MS = 800; // a server that is started anew is back by then
const TOLD_MS = 4000;
const ANSWER_MS = 4000; // a server that has not begun to answer by then is asked whether it is there, and has as long again
const HEALTH = "_stcore/health"; // what it is asked for: the least there is

/* ---- what is known of Streamlit's markup ---------------------------------------------------------- */

const APP = "[data-testid=stApp]";
const MAP_FRAME = ".st-key-map iframe";

/** Whether the page is connected with the server. */
const isConnected = () => document.querySelector(APP)?.getAttribute("data-test-connection-state") === "CONNECTED";

/**
 * Calls `look` whenever the connection may be another, or a dialog has opened; gives a function that ends it.
 * @param {() => void} look
 */
function watchConnection(look) {
  const watch = new MutationObserver(look);
  watch.observe(document.body, { childList: true }); // where dialogs open
  watch.observe(document.querySelector(APP), { attributeFilter: ["data-test-connection-state"] });
  return () => watch.disconnect();
}

/**
 * Calls `look` whenever the page's script has begun or ended on the server; gives a function that ends it.
 * @param {() => void} look
 */
function watchRuns(look) {
  const watch = new MutationObserver(look);
  watch.observe(document.querySelector(APP), { attributeFilter: ["data-test-script-state"] });
  return () => watch.disconnect();
}

/** Closes a dialog of Streamlit's; we open none. */
function closeDialog() {
  /** @type {HTMLElement | null} */
  const button = document.querySelector("[data-testid=stDialog] button[aria-label=Close]");
  button?.click();
}

const mapFrame = () => /** @type {HTMLIFrameElement | null} */ (document.querySelector(MAP_FRAME));

/** Whether a file of the map's frame did not come: true, false, or null while some are still on their way. */
function isFrameBroken() {
  const frame = mapFrame();
  if (!frame) return null;
  if (!frame.contentDocument) return true; // a browser's own page about what it could not load
  const inside = /** @type {any} */ (frame.contentWindow);
  if (inside.document.readyState !== "complete" || inside.location.protocol === "about:") return null;
  if (!inside.Streamlit) return true;
  const over = (address) => inside.performance.getEntriesByName(address).length > 0;
  const script = inside.document.body.querySelector("script[src]");
  const sheets = [...inside.document.querySelectorAll("link[rel=stylesheet]")];
  if (sheets.some(({ href, sheet }) => !sheet && over(href)) || (script && !inside.L && over(script.src))) return true;
  return inside.__atlas ? false : null;
}

/** Loads the map's frame anew. */
function reloadFrame() {
  const frame = mapFrame();
  if (frame.contentDocument) frame.contentWindow.location.reload(); else frame.setAttribute("src", frame.src);
}

/** Whether the server says within the time it has that it is there. */
export async function answers() {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), ANSWER_MS);
  const answer = await fetch(new URL(HEALTH, document.baseURI), { cache: "no-store", signal: over.signal }).catch(() => null);
  clearTimeout(timer);
  return answer !== null;
}

/* ---- what a reader is told ------------------------------------------------------------------------ */

const MOVES = [MOVE, "click", "change"];

export class LineWatch {
  /** @param {() => { lost: string, silent: string, back: string }} words */
  constructor(words) {
    this.words = words;
    this.note = make("p", "line-note");
    this.note.setAttribute("role", "status");
    this.note.hidden = true;
    document.body.append(this.note);
    this.was = true;
    const unwatch = [watchConnection(() => this.look()), watchRuns(() => this.ran())];
    const moved = () => this.expectAnswer();
    for (const type of MOVES) document.addEventListener(type, moved, true);
    this.unwatch = () => {
      for (const end of unwatch) end();
      for (const type of MOVES) document.removeEventListener(type, moved, true);
    };
    this.mendFrame();
  }

  close() {
    this.closed = true;
    this.unwatch();
    clearTimeout(this.waiting);
    clearTimeout(this.expecting);
    this.note.remove();
  }

  look() {
    const now = isConnected();
    if (!now) closeDialog();
    if (now === this.was) return;
    this.was = now;
    clearTimeout(this.waiting);
    if (!now) this.waiting = setTimeout(() => this.say(this.words().lost), GRACE_MS);
    else this.sayBack();
  }

  sayBack() {
    if (this.note.hidden) return;
    this.say(this.words().back);
    this.waiting = setTimeout(() => this.say(""), TOLD_MS);
  }

  /* The reader has done something of which the server may have been told. */
  expectAnswer() {
    if (!this.asking) this.expecting ||= setTimeout(() => this.askWhetherThere(), ANSWER_MS);
  }

  /* What has begun is to end, too. */
  ran() {
    clearTimeout(this.expecting);
    this.expecting = 0;
    if (isBusy()) this.expectAnswer();
  }

  async askWhetherThere() {
    this.asking = true;
    for (let failed = 1; isConnected() && !this.closed; failed += 1) {
      if (await answers()) break;
      if (!isConnected()) break; // which is told of already
      clearTimeout(this.waiting);
      this.say(this.words().silent);
      this.silent = true;
      await rest(pauseAfter(failed));
    }
    this.asking = false;
    this.expecting = 0;
    if (this.silent && isConnected()) this.sayBack();
    this.silent = false;
    if (isBusy()) this.expectAnswer();
  }

  /** @param {string} words */
  say(words) {
    this.note.hidden = !words;
    if (this.note.textContent !== words) this.note.textContent = words;
  }

  async mendFrame() {
    for (let failed = 1; !this.closed; failed += 1) {
      await rest(pauseAfter(failed));
      if (isFrameBroken()) reloadFrame();
      else if (isFrameBroken() === false) return;
    }
  }
}
