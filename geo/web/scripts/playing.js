/* What a button says that begins and ends play. */

/**
 * Its words come with the page, as data of the node they stand in.
 * @param {HTMLElement} words
 * @param {boolean} playing
 */
export function showPlaying(words, playing) { words.textContent = playing ? words.dataset.pause : words.dataset.play; }
