/* What has room on a map of a size, in pixels. */

const ROOM_FOR_KEY_PX = 700;
const LARGE_FROM_PX = 950; // names grow where there is room, for those who sit further away
const ROOM_FOR_STATUS_PX = { small: 108, large: 140 };
const NAMES_FROM_ZOOM = 2.75;
const NEARLY_A_STEP = 0.1; // an address rounds; that shall cost no step of zoom

/** @param {number} width */
export const isLarge = (width) => width >= LARGE_FROM_PX;

/**
 * Whether the legend has room beside what is framed; else it would cover that.
 * @param {number} width
 * @param {string} view
 */
export const hasRoomForKey = (width, view) => width > ROOM_FOR_KEY_PX && view !== "world";

/** @param {number} zoom */
export const hasRoomForNames = (zoom) => zoom >= NAMES_FROM_ZOOM;

/**
 * Whether a state is wide enough on the screen for a second line under its name.
 * @param {number} width
 * @param {boolean} large
 */
export const hasRoomForStatus = (width, large) => width >= ROOM_FOR_STATUS_PX[large ? "large" : "small"];

/**
 * The zoom for a box of an address, of the one at which it would just fit.
 * @param {number} fits
 * @param {number} snap
 */
export const zoomOfBox = (fits, snap) => Math.floor(fits / snap + NEARLY_A_STEP) * snap;
