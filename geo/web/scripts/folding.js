/* What is left of a name when spelling is no matter, as geo/basics/folding.py has it. */

const LETTERS = {
  "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n", "ə": "e",
  "ς": "σ", "&": " and ", "\u02bc": " ",
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

/**
 * The text in small letters without accents, words apart by one space.
 * @param {string} text
 */
export function folded(text) {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const apart = bare.replace(LETTER, (letter) => LETTERS[/** @type {keyof LETTERS} */ (letter)]).replace(/[^\p{L}\p{N}]+/gu, " ");
  return apart.trim().replace(/^the /, "");
}

/**
 * The same without its spaces, so that none is too many or missing.
 * @param {string} text
 */
export const squeezed = (text) => folded(text).replaceAll(" ", "");
