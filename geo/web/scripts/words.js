/* Texts of the documents, their names in braces filled in. No text stands in a script. */

/** @import { Counted } from "./documents.d.ts" */

/**
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function fill(text, values) { return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name])); }

/**
 * The text for so many things.
 * @param {Counted} words
 * @param {number} count
 */
export function counted({ one, other }, count) { return fill(count === 1 ? one : other, { count }); }
