/* A file of the server as what its JSON says. What does not come is asked for again, after pauses that grow; what the
 * server does not have is not.
 */

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 15000;
const LATER_PERHAPS = [408, 425, 429];

/**
 * How long to wait before another try, in milliseconds.
 * @param {number} failed how many tries have come to nothing, from 1
 */
export const pauseAfter = (failed) => Math.min(FIRST_PAUSE_MS * 2 ** (failed - 1), LONGEST_PAUSE_MS);

/**
 * Waits so long, or until the browser says that its line is back.
 * @param {number} ms
 * @returns {Promise<void>}
 */
export function rest(ms) {
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener("online", end);
      done();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener("online", end);
  });
}

/**
 * @param {string} address
 * @param {() => void} waiting called whenever a try has failed and another is to come
 * @param {{ ask: (address: string) => Promise<Response>, rest: (ms: number) => Promise<void> }} means
 */
export async function fetchJson(address, waiting = () => {}, means = { ask: (asked) => window.fetch(asked), rest }) {
  for (let failed = 1; ; failed += 1) {
    const answer = await means.ask(address).catch(() => null);
    if (answer?.ok) {
      const said = await answer.json().catch(() => null); // cut off on the way
      if (said) return said;
    } else if (answer && answer.status < 500 && !LATER_PERHAPS.includes(answer.status)) {
      throw new Error(`${address}: ${answer.status}`);
    }
    waiting();
    await means.rest(pauseAfter(failed));
  }
}
