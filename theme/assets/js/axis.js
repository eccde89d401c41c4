/*
 * The overview: arrow keys go from year to year, and a filter leaves the years and marks that it
 * shows. A tick or a row of the table of years is a link with [data-years]; without this script too.
 */
(function () {
  "use strict";
  const pictures = [...document.querySelectorAll(".tl-axis__years")];
  const rows = [...document.querySelectorAll(".tl-years a[data-years]")];
  const STEP = 16; // px between two marks, as in pages/axis.py
  const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity };

  const matches = document.querySelector("[data-matches]");
  let ticks = null;
  const collect = () => pictures.flatMap((picture) => [...picture.querySelectorAll(".tl-axis__tick")]).map((link) => {
    const bar = link.querySelector(".tl-axis__bar");
    return {
      link,
      year: link.dataset.years,
      href: link.getAttribute("href"),
      words: link.getAttribute("aria-label"),
      bar,
      high: bar && Number(bar.getAttribute("height")),
      dots: [...link.querySelectorAll("[data-of]")].map((dot) => [dot, document.getElementById(dot.dataset.of)]),
    };
  });

  /* What of a year is left: its events, or milestones, where it has no events. */
  function left({ active, matched, yearAt }, year) {
    return !active || matched.some((entry) => !entry.optional && (entry.values[yearAt] || []).includes(year));
  }

  document.addEventListener("tl:filtered", ({ detail }) => {
    ticks = ticks || collect();
    ticks.forEach(({ link, year, href, words, bar, high, dots }) => {
      const events = detail.perYear.get(year) || 0;
      const shown = detail.active ? detail.years.get(year) || 0 : events;
      link.style.visibility = left(detail, year) ? "" : "hidden";
      if (matches) link.setAttribute("href", detail.active ? `#ket-qua-${year}` : href);
      // Of a year that only milestones have, the words as built are all that is to be said.
      link.setAttribute("aria-label", !detail.active || !events ? words : `${words.split(":")[0]}: ${shown} trên ${events} sự kiện`);
      let gone = 0;
      dots.forEach(([dot, entry]) => {
        const hidden = Boolean(entry && entry.hidden);
        dot.style.display = hidden ? "none" : "";
        // What stands above a mark that is gone comes down to the line.
        dot.style.transform = gone ? `translateY(${gone * STEP}px)` : "";
        gone += hidden;
      });
      if (bar) {
        const height = Math.ceil((high * shown) / events);
        bar.setAttribute("height", height);
        bar.setAttribute("y", -height);
      }
    });
    rows.forEach((row) => {
      const shown = detail.active ? detail.years.get(row.dataset.years) || 0 : Number(row.dataset.count);
      row.parentElement.hidden = !left(detail, row.dataset.years);
      row.querySelector(".tl-years__count").textContent = shown ? self.tlSearch.number(shown) : "–";
    });
  });

  pictures.forEach((picture) => picture.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...picture.querySelectorAll(".tl-axis__tick")].filter((link) => link.style.visibility !== "hidden");
    const at = links.indexOf(event.target.closest(".tl-axis__tick"));
    links[Math.min(Math.max(at + step, 0), links.length - 1)].focus();
    event.preventDefault();
  }));
})();
