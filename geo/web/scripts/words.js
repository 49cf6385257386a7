/* Texts of the documents, their names in braces filled in. No text stands in a script. */

/**
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function fill(text, values) { return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name])); }
