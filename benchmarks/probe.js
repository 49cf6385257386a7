// Runs first in a measured page and watches it and its frames. All times are milliseconds since 1970
// on the page's own monotonic clock. "@PATHS@" is replaced by the selector of a country of the map
// that can be moved, "@PICTURE@" by that of one in any picture of the day; or both by null.
if (window === window.top) (() => {
  const PATHS = "@PATHS@", PICTURE = "@PICTURE@";
  const NOT_CONTENT = '[data-testid="stSlider"], [data-testid="stHeader"], [data-testid="stToolbar"],'
    + ' [data-testid="stStatusWidget"], .slider-container, script, style, [role=status]';
  const ATTRIBUTES = ["d", "fill", "fill-opacity", "stroke", "class", "style"];
  const SEEN = { opacityProperty: true, visibilityProperty: true };
  const clock = () => performance.timeOrigin + performance.now();
  const log = window.__bench = {
    began: performance.timeOrigin, firstPicture: null, firstPaint: null, shift: 0,
    moves: [], releases: [], repaints: [], recoloured: 0,
    lastChange: 0, lastSent: 0, lastReceived: 0,
  };

  // All shifts of the load, also those far apart: at least what the metric of the web counts.
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { hadRecentInput, value } = /** @type {any} */ (entry); // TypeScript knows no shifts
      if (!hadRecentInput) log.shift += value;
    }
  }).observe({ type: "layout-shift", buffered: true });

  const timed = (list) => (event) => list.push(performance.timeOrigin + event.timeStamp);
  addEventListener("pointermove", (event) => {
    // The browser hands over at most one move a frame, with those before it inside.
    if (event.buttons & 1) event.getCoalescedEvents().forEach(timed(log.moves));
  }, true);
  addEventListener("pointerup", timed(log.releases), true);

  const Plain = window.WebSocket;
  window.WebSocket = class extends Plain {
    /** @param {ConstructorParameters<typeof WebSocket>} given */
    constructor(...given) {
      super(...given);
      this.addEventListener("message", () => { log.lastReceived = clock(); });
    }
    send(data) { log.lastSent = clock(); super.send(data); }
  };

  // A repaint is the first change of a drawn country in an animation frame. Our own map says itself
  // when it has painted a day, also one on which no colour changes: there its word counts.
  let noted = false;
  const isCountry = (node) => PATHS !== null && node.nodeType === 1 && node.matches(PATHS);
  const hasCountry = (node) => isCountry(node)
    || (PATHS !== null && node.nodeType === 1 && node.querySelector(PATHS) !== null);
  const isContent = (node) => {
    const element = node.nodeType === 1 ? node : node.parentElement;
    return element !== null && element.closest(NOT_CONTENT) === null;
  };
  // A part that is set anew with the same words has not changed for a reader.
  const words = (nodes) => [...nodes].map((node) => node.textContent).join("").replace(/\s+/g, " ");
  const saysOther = (records) => {
    const before = new Map(), after = new Map();
    for (const { type, target, oldValue, removedNodes, addedNodes } of records) {
      if (type === "attributes" || !isContent(target)) continue;
      if (type === "characterData") {
        if (!before.has(target)) before.set(target, oldValue);
        after.set(target, target.data);
      } else {
        before.set(target, (before.get(target) ?? "") + words(removedNodes));
        after.set(target, (after.get(target) ?? "") + words(addedNodes));
      }
    }
    return [...after].some(([target, said]) => said !== before.get(target));
  };
  const look = (records) => {
    const at = clock();
    let map = false;
    for (const record of records) {
      if (record.type === "attributes") map ||= isCountry(record.target);
      else {
        map ||= record.type === "childList" && [...record.addedNodes].some(hasCountry);
      }
    }
    if (map || saysOther(records)) log.lastChange = at;
    if (!map || noted) return;
    noted = true;
    log.recoloured += 1;
    if (!ours()) log.repaints.push(at);
  };

  // A frame keeps its window but changes its document when it loads, so documents are what is known.
  const known = new WeakSet();
  const observe = (shown) => {
    known.add(shown);
    new MutationObserver(look).observe(shown, {
      subtree: true, childList: true, characterData: true, characterDataOldValue: true, attributes: true,
      attributeFilter: ATTRIBUTES,
    });
  };
  const frames = document.getElementsByTagName("iframe");
  const inner = () => [...frames].filter((frame) => frame.contentDocument !== null);
  const ours = () => inner().map((frame) => frame.contentWindow.__atlas).find(Boolean);

  // The first animation frame in which a country has an outline and a place on the screen.
  const outlined = (path) => (path.getAttribute("d") || "").length > 20 // not "M0 0": out of view
    && path.getBoundingClientRect().width > 0 && path.checkVisibility(SEEN);
  const hasMap = (shown, paths = PATHS) => [...shown.querySelectorAll(paths)].some(outlined);
  const roomy = (frame) => frame.checkVisibility(SEEN) && frame.clientHeight > 50;
  const painted = () => {
    if (PATHS !== null) {
      return hasMap(document)
        || inner().some((frame) => roomy(frame) && hasMap(frame.contentDocument));
    }
    const input = document.querySelector(".st-key-date input[type=range]");
    return input !== null && input.closest(".stApp").getAttribute("data-test-script-state") === "notRunning";
  };

  let count = 0;
  const everyFrame = () => {
    requestAnimationFrame(everyFrame);
    noted = false;
    for (const frame of inner()) {
      if (!known.has(frame.contentDocument)) observe(frame.contentDocument);
      const said = frame.contentWindow.__atlas?.painted;
      if (said && said.count !== count) {
        count = said.count;
        log.repaints.push(frame.contentWindow.performance.timeOrigin + said.at);
      }
    }
    if (log.firstPaint === null && painted()) log.firstPaint = clock();
    if (log.firstPicture === null && (log.firstPaint || (PICTURE && hasMap(document, PICTURE)))) {
      log.firstPicture = clock();
    }
  };
  observe(document);
  requestAnimationFrame(everyFrame);
})();
