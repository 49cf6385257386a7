/* Puts a text where a reader pastes from. */
/* eslint-disable baseline/use-baseline -- every browser has one of the two ways */

/** @param {string} text */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A page without TLS, or in another site's frame, has only the old way.
    const box = document.createElement("textarea");
    box.value = text;
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }
}
