/* Texts of the documents, their names in braces filled in. No text stands in a script. */

/**
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function fill(text, values) { return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name])); }

/**
 * A text that ends in a point, though a date at its end may bring one with it.
 * @param {string} text
 */
export const ended = (text) => (text.endsWith(".") ? text : `${text}.`);
