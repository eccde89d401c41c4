/*
 * Show the entries that have what is chosen: any value within a facet, something in each facet.
 * Controls: [data-filter][data-value] in a [data-facet]. Entries carry the ids of their values in
 * data-theme, data-place …; choices count events, milestones come along. The choice is kept in the
 * address (address.js); "tl:filtered" tells other scripts. Without [data-filters] in the page it does nothing.
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

  /* Not before a reader turns to the filters: a thousand entries take time that the page needs. */
  function collect() {
    if (facets) return;
    facets = lists.map((part) => ({
      name: part.dataset.facet,
      parameter: part.dataset.parameter,
      label: part.dataset.label,
      part,
      summary: part.querySelector("summary"),
      choices: new Map([...part.querySelectorAll("[data-filter]")].map((box) => {
        const number = box.parentElement.querySelector("[data-count]");
        return [box.dataset.value, { box, number, label: box.dataset.label, count: -1 }];
      })),
      chosen: [],
    }));
    entries = [...document.querySelectorAll("[data-event], [data-milestone]")].map((part) => ({
      part,
      counted: "event" in part.dataset,
      optional: part.classList.contains("tl-event--related"),
      values: facets.map((facet) => (part.dataset[facet.name] || "").split(" ").filter(Boolean)),
    }));
    total = entries.filter((entry) => entry.counted).length;
  }

  function apply() {
    collect();
    const counts = facets.map(() => new Map());
    let shown = 0;
    let milestones = 0;
    let documents = 0;
    facets.forEach((facet) => {
      facet.chosen = [...facet.choices.keys()].filter((id) => facet.choices.get(id).box.checked);
    });
    entries.forEach((entry) => {
      const missed = facets.map((facet, i) => i).filter((i) =>
        facets[i].chosen.length && !facets[i].chosen.some((id) => entry.values[i].includes(id)));
      if (entry.part.hidden !== missed.length > 0) entry.part.hidden = missed.length > 0;
      if (!entry.counted && !missed.length) {
        milestones += !entry.optional;
        documents += entry.optional;
      }
      if (!entry.counted || missed.length > 1) return;
      shown += missed.length === 0;
      // What one facet alone keeps away still counts there: that is what another choice would bring.
      (missed.length ? missed : facets.keys()).forEach((i) =>
        new Set(entry.values[i]).forEach((id) => counts[i].set(id, (counts[i].get(id) || 0) + 1)));
    });
    facets.forEach((facet, i) => tell(facet, counts[i]));
    report(shown, milestones);
    const seen = shown + milestones + (layer && layer.checked ? documents : 0);
    if (none) none.hidden = seen > 0;
  }

  function tell(facet, counts) {
    facet.choices.forEach((choice, id) => {
      const count = counts.get(id) || 0;
      if (choice.count === count) return;
      choice.count = count;
      choice.number.textContent = `(${count})`;
      choice.box.parentElement.classList.toggle("tl-facet__none", count === 0);
    });
    const size = facet.chosen.length;
    facet.summary.textContent = size ? `${facet.label} (${size})` : facet.label;
    facet.part.classList.toggle("tl-facet--chosen", size > 0);
  }

  function report(shown, milestones) {
    const active = facets.filter((facet) => facet.chosen.length);
    const words = active.map((facet) => {
      const labels = facet.chosen.map((id) => facet.choices.get(id).label);
      return `${facet.label}: ${labels.join(", ")}`;
    });
    number.textContent = shown;
    const beside = !shown && milestones ? `, ${milestones} mốc được nhắc tới` : "";
    if (of) of.textContent = active.length ? `trên ${total} sự kiện${beside} · ${words.join("; ")}` : unfiltered;
    document.documentElement.toggleAttribute("data-filtered", active.length > 0);
    document.dispatchEvent(new CustomEvent("tl:filtered", { detail: { shown, milestones, total, active: active.length } }));
  }

  function read() {
    if (!facets && !lists.some((part) => address.of(part.dataset.parameter).length)) return;
    collect();
    facets.forEach((facet) => {
      const ids = address.of(facet.parameter);
      facet.choices.forEach((choice, id) => { choice.box.checked = ids.includes(id); });
    });
    apply();
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
    if (facets && target.closest("[hidden]")) clear("replaceState");
    target.scrollIntoView();
  }

  form.addEventListener("focusin", collect, { once: true });
  form.addEventListener("change", (event) => {
    if (!event.target.matches("[data-filter]")) return;
    apply();
    write("pushState");
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("click", (event) => {
    if (!event.target.matches("[data-reset]")) return;
    clear("pushState");
    [...form.querySelectorAll("[data-open], summary")].find((part) => part.checkVisibility()).focus({ preventScroll: true });
  });
  if (layer) layer.addEventListener("change", () => facets && apply());
  addEventListener("popstate", read);
  addEventListener("hashchange", reveal);
  read();
  if (document.documentElement.hasAttribute("data-filtered")) reveal();
})();
