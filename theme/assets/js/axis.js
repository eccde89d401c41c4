/*
 * The overview: arrow keys go from year to year, and a filter leaves the years and marks that it
 * shows. Without this script the years are links.
 */
(function () {
  "use strict";
  const pictures = [...document.querySelectorAll(".tl-axis__years")];
  if (!pictures.length) return;
  const STEP = 16; // px between two marks, as in pages/axis.py
  const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity };

  function count(years, which) {
    return years.reduce((sum, year) => sum + year.querySelectorAll(which).length, 0);
  }
  let ticks = null;
  const collect = () => pictures.flatMap((picture) => [...picture.querySelectorAll(".tl-axis__tick")]).map((link) => {
    const years = link.dataset.years.split(" ").map((year) => document.getElementById(`nam-${year}`));
    const bar = link.querySelector(".tl-axis__bar");
    return {
      link,
      years,
      words: link.getAttribute("aria-label"),
      label: link.querySelector(".tl-axis__year").textContent,
      events: count(years, "[data-event]"),
      bar,
      high: bar && Number(bar.getAttribute("height")),
      dots: [...link.querySelectorAll("[data-of]")].map((dot) => [dot, document.getElementById(dot.dataset.of)]),
    };
  });

  document.addEventListener("tl:filtered", (event) => {
    const all = !event.detail.active;
    ticks = ticks || collect();
    ticks.forEach(({ link, years, words, label, events, bar, high, dots }) => {
      const first = years.find((year) => !year.hidden && (all || year.querySelector(".tl-event:not([hidden])")));
      const shown = all ? events : count(years, "[data-event]:not([hidden])");
      link.style.visibility = first ? "" : "hidden";
      if (!first) return;
      link.setAttribute("href", `#${first.id}`);
      // Of a year that only milestones have, the words as built are all that is to be said.
      link.setAttribute("aria-label", all || !events ? words : `${label}: ${shown} trên ${events} sự kiện`);
      let gone = 0;
      dots.forEach(([dot, entry]) => {
        dot.style.display = entry.hidden ? "none" : "";
        // What stands above a mark that is gone comes down to the line.
        dot.style.transform = gone ? `translateY(${gone * STEP}px)` : "";
        gone += entry.hidden;
      });
      if (bar) {
        const height = Math.ceil((high * shown) / events);
        bar.setAttribute("height", height);
        bar.setAttribute("y", -height);
      }
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
