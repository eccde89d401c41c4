/*
 * What can be chosen, and from what. Controls are [data-filter][data-value] in a [data-facet]; entries
 * carry the ids of their values in data-theme, data-place … Of a long timeline both come from a script
 * (entries.js), and the page gets its controls then.
 */
(function () {
  "use strict";

  function offer(part, choices) {
    part.querySelector("[role=group]").append(...choices.map(([id, label, count]) => {
      const line = document.createElement("label");
      const box = Object.assign(document.createElement("input"), { type: "checkbox" });
      Object.assign(box.dataset, { filter: part.dataset.facet, value: id, label });
      const told = Object.assign(document.createElement("span"), { textContent: `(${self.tlSearch.number(count)})` });
      told.dataset.count = "";
      line.append(box, ` ${label} `, told);
      return line;
    }));
  }

  const facet = (part) => ({
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
  });

  const inPage = (facets) => [...document.querySelectorAll("[data-event], [data-milestone], [data-citation]")].map((part) => ({
    part,
    counted: "event" in part.dataset,
    optional: part.classList.contains("tl-event--related"),
    values: facets.map(({ name }) => (part.dataset[name] || "").split(" ").filter(Boolean)),
  }));

  /* The rows of entries.js: what a line shows, its kind, and by facet the numbers of its values. */
  function listed(data, facets) {
    const ids = facets.map(({ name }) => data.facets[name].map((choice) => choice[0]));
    return data.rows.map((row) => {
      const [kind, values] = row.slice(-2);
      return { row, counted: kind === 0, optional: kind === 2, values: ids.map((known, i) => values[i].map((n) => known[n])) };
    });
  }

  /* Call `then` with the facets and the entries of `form`, once they are there. */
  self.tlChoices = function (form, then) {
    const parts = [...form.querySelectorAll("[data-facet]")];
    const take = (data) => {
      if (data) parts.forEach((part) => part.querySelector("[data-filter]") || offer(part, data.facets[part.dataset.facet]));
      const facets = parts.map(facet);
      then({ facets, entries: data ? listed(data, facets) : inPage(facets) });
    };
    if (document.querySelector("[data-matches]")) self.tlEntries.load(take);
    else take(null);
  };
})();
