/*
 * Show the entries that have what is chosen: any value within a facet, something in each facet.
 * Choices (choices.js) count events, milestones come along. What is chosen is kept in the address
 * (address.js); "tl:filtered" tells other scripts. Without [data-filters] in the page it does nothing.
 */
(function () {
  "use strict";
  const form = document.querySelector("[data-filters]");
  const address = self.tlAddress;
  if (!form) return;
  const number = document.querySelector("[data-shown]");
  const of = document.querySelector("[data-shown-of]");
  const none = document.querySelector("[data-none]");
  const unfiltered = of ? of.textContent : "";
  const lists = [...form.querySelectorAll("[data-facet]")];
  const layer = document.querySelector("[data-layer]");
  let facets = null;
  let entries = null;
  let total = 0;
  let perYear = null;

  const tally = (some, i) => {
    const counts = new Map();
    some.forEach((entry) => entry.values[i].forEach((id) => counts.set(id, (counts.get(id) || 0) + 1)));
    return counts;
  };

  /* Not before a reader turns to the filters: hundreds of entries take time that the page needs. */
  function collect(then) {
    if (facets) return then();
    self.tlChoices(form, (found) => {
      if (facets) return then();
      ({ facets, entries } = found);
      const counted = entries.filter((entry) => entry.counted);
      total = counted.length;
      const year = facets.findIndex((facet) => facet.name === "year");
      perYear = { at: year, all: year < 0 ? new Map() : tally(counted, year) };
      then();
    });
  }

  function apply() {
    const counts = facets.map(() => new Map());
    const matched = [];
    facets.forEach((facet) => {
      facet.chosen = [...facet.choices.keys()].filter((id) => facet.choices.get(id).box.checked);
    });
    entries.forEach((entry) => {
      const missed = facets.map((facet, i) => i).filter((i) =>
        facets[i].chosen.length && !facets[i].chosen.some((id) => entry.values[i].includes(id)));
      const { part } = entry;
      if (part && part.hidden !== missed.length > 0) part.hidden = missed.length > 0;
      if (!missed.length) matched.push(entry);
      if (!entry.counted || missed.length > 1) return;
      // What one facet alone keeps away still counts there: that is what another choice would bring.
      (missed.length ? missed : facets.keys()).forEach((i) =>
        new Set(entry.values[i]).forEach((id) => counts[i].set(id, (counts[i].get(id) || 0) + 1)));
    });
    facets.forEach((facet, i) => tell(facet, counts[i]));
    report(matched);
  }

  function tell(facet, counts) {
    facet.choices.forEach((choice, id) => {
      const count = counts.get(id) || 0;
      if (choice.count === count) return;
      choice.count = count;
      choice.number.textContent = `(${self.tlSearch.number(count)})`;
      choice.box.parentElement.classList.toggle("tl-facet__none", count === 0);
    });
    const size = facet.chosen.length;
    facet.summary.textContent = size ? `${facet.label} (${size})` : facet.label;
    facet.part.classList.toggle("tl-facet--chosen", size > 0);
  }

  function report(matched) {
    const events = matched.filter((entry) => entry.counted);
    const shown = events.length;
    const milestones = matched.filter((entry) => !entry.counted && !entry.optional).length;
    const documents = matched.length - shown - milestones;
    const active = facets.filter((facet) => facet.chosen.length);
    const words = active.map((facet) => {
      const labels = facet.chosen.map((id) => facet.choices.get(id).label);
      return `${facet.label}: ${labels.join(", ")}`;
    });
    number.textContent = self.tlSearch.number(shown);
    const beside = !shown && milestones ? `, ${milestones} ${form.dataset.milestones}` : "";
    if (of) of.textContent = active.length ? `trên ${self.tlSearch.number(total)} sự kiện${beside} · ${words.join("; ")}` : unfiltered;
    if (none) none.hidden = shown + milestones + (layer && layer.checked ? documents : 0) > 0;
    document.documentElement.toggleAttribute("data-filtered", active.length > 0);
    const years = perYear.at < 0 ? new Map() : tally(events, perYear.at);
    const detail = { shown, milestones, total, active: active.length, matched, years, perYear: perYear.all, yearAt: perYear.at };
    document.dispatchEvent(new CustomEvent("tl:filtered", { detail }));
  }

  function read() {
    if (!facets && !lists.some((part) => address.of(part.dataset.parameter).length)) return;
    collect(() => {
      const changed = facets.flatMap((facet) => {
        const ids = address.of(facet.parameter);
        return [...facet.choices].filter(([id, { box }]) => box.checked !== ids.includes(id));
      });
      changed.forEach(([, { box }]) => { box.checked = !box.checked; });
      // A step along a link inside the page chooses nothing new.
      if (changed.length) apply();
      reveal();
    });
  }
  function write(how) {
    address.write(new Map(facets.map((facet) => [facet.parameter, facet.chosen])), how);
  }

  function clear(how) {
    facets.forEach((facet) => facet.choices.forEach((choice) => { choice.box.checked = false; }));
    apply();
    write(how);
  }

  /* A link to an entry is stronger than a filter that hides it. */
  function reveal() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (facets && !target.checkVisibility() && document.documentElement.hasAttribute("data-filtered")) clear("replaceState");
    target.scrollIntoView();
  }

  const ready = () => collect(() => {});
  form.addEventListener("focusin", ready, { once: true });
  form.addEventListener("pointerenter", ready, { once: true });
  form.addEventListener("change", (event) => {
    if (!event.target.matches("[data-filter]")) return;
    collect(() => {
      apply();
      write("pushState");
    });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("click", (event) => {
    if (!event.target.matches("[data-reset]") || !facets) return;
    clear("pushState");
    [...form.querySelectorAll("[data-open], summary")].find((part) => part.checkVisibility()).focus({ preventScroll: true });
  });
  if (layer) layer.addEventListener("change", () => facets && apply());
  addEventListener("popstate", read);
  addEventListener("hashchange", reveal);
  read();
})();
