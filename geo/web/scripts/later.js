/* The documents that a page of one file needs only after its first paint: packed in the file itself or, in a frame,
 * at addresses of the server it came from, which give a country's part of the dossiers at a time.
 */

import { fetchJson } from "./fetch.js";

/** @param {string} text base64 of gzip of JSON */
function unzipped(text) {
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

export class Later {
  /**
   * @param {Record<string, string>} addresses by the name of a document; without one it stands in the file
   * @param {() => void} waiting called whenever one did not come and is asked for again
   */
  constructor(addresses, waiting) {
    this.addresses = addresses;
    this.waiting = waiting;
    /** @type {Map<string, Promise<any>>} */
    this.wanted = new Map();
  }

  get inParts() { return "dossiers" in this.addresses; }

  /**
   * A document, or a country's part of it where it comes in parts; it is got once.
   * @param {string} name
   * @param {string} country
   */
  get(name, country = "") {
    const address = this.addresses[name];
    const key = address && country ? `${address}&country=${country}` : address || name;
    if (!this.wanted.has(key)) {
      const got = address ? fetchJson(key, this.waiting) : unzipped(document.getElementById(`data-${name}`).textContent);
      got.catch(() => this.wanted.delete(key)); // a later try may go better
      this.wanted.set(key, got);
    }
    return this.wanted.get(key);
  }
}
