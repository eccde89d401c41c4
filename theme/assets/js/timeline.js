/*
 * Keep the spine true while a filter is on, or while it runs upwards: a year without entries goes, and
 * the silence between two years is as long as what is shown makes it. Until then the page is as built.
 */
(function () {
  "use strict";
  const line = document.querySelector(".tl-timeline");
  // Of a long timeline the page has but the latest entries: no filter and no order touches them.
  if (!line || document.querySelector("[data-matches]")) return;
  const layer = document.querySelector("[data-layer]");
  let years = null;

  /* Take over: each year has one gap of its own before it. */
  function takeOver() {
    years = [...line.querySelectorAll(":scope > .tl-year")].map((part) => {
      while (part.previousElementSibling && part.previousElementSibling.matches(".tl-gap")) {
        part.previousElementSibling.remove();
      }
      const gap = document.createElement("li");
      gap.className = "tl-gap";
      gap.hidden = true;
      part.before(gap);
      const year = Number((part.id.match(/^(?:nam|thang)-(\d+)$/) || [])[1]) || null;
      return { part, gap, year, month: part.id.startsWith("thang-"), entries: [...part.querySelectorAll(".tl-event")] };
    });
  }

  function redraw() {
    const all = !layer || layer.checked;
    let before = null;
    years.forEach(({ part, gap, year, month, entries }) => {
      const shown = entries.some((e) => !e.hidden && (all || !e.classList.contains("tl-event--related")));
      const silent = shown && year && before && !month ? year - before : 0;
      part.hidden = !shown;
      gap.hidden = silent < 2;
      if (silent > 1) {
        gap.textContent = `${silent} năm`;
        gap.style.setProperty("--tl-step", Math.round(Math.log2(silent) * 4));
      }
      if (shown && year) before = year;
    });
  }

  /* The gap of a year stands between it and the year before, whichever of them comes first. */
  function order(newest) {
    const dated = years.filter(({ year }) => year);
    const all = [...(newest ? [...dated].reverse() : dated), ...years.filter(({ year }) => !year)];
    line.append(...all.flatMap(({ part, gap, year }) => (newest && year ? [part, gap] : [gap, part])));
    years.forEach(({ part, entries }) =>
      part.querySelector(".tl-year__events").append(...(newest ? [...entries].reverse() : entries)));
  }

  let reversed = false;
  document.addEventListener("tl:view", ({ detail }) => {
    if (detail.newest === reversed) return;
    reversed = detail.newest;
    if (!years) takeOver();
    order(reversed);
    redraw();
  });

  document.addEventListener("tl:filtered", (event) => {
    if (!years && !event.detail.active) return;
    if (!years) takeOver();
    redraw();
  });
  if (layer) layer.addEventListener("change", () => years && redraw());

  /* Anchors of events were made of the names of their seeds once: such a link leads to what it meant. */
  function lead() {
    const [, seed] = location.hash.match(/^#su-kien-([\w-]+)$/) || [];
    if (!seed || document.getElementById(`su-kien-${seed}`)) return;
    const event = line.querySelector(`[data-event="${seed}"], [data-report="${seed}"]`);
    if (event) location.replace(`#${event.id}`);
  }
  addEventListener("hashchange", lead);
  lead();

  /* A link to a document of the second layer switches the layer on. */
  function reveal() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !layer || layer.checked || !target.closest(".tl-event--related, .tl-year--related")) return;
    layer.checked = true;
    layer.dispatchEvent(new Event("change"));
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  reveal();
})();
