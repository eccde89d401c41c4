/*
 * A link lands where it points, also where fonts that come late move what is above it; but not once the
 * reader has moved on, nor where the browser comes back to a page and knows where the reader was.
 */
(function () {
  "use strict";
  const [arrival] = performance.getEntriesByType("navigation");
  if (!location.hash || !arrival || arrival.type !== "navigate") return;
  let moved = false;
  ["wheel", "touchstart", "pointerdown", "keydown"].forEach((type) => {
    addEventListener(type, () => { moved = true; }, { once: true, passive: true });
  });
  addEventListener("load", () => document.fonts.ready.then(() => {
    const target = document.querySelector(":target");
    if (target && !moved) target.scrollIntoView();
  }));
})();
