/*
 * What a filter finds in a long timeline: a line for each entry, under its year, which opens and closes.
 * Rows are those of entries.js; the page has [data-matches]. Lines of a closed year are not made.
 */
(function () {
  "use strict";
  const place = document.querySelector("[data-matches]");
  if (!place || !self.tlEntries) return;
  const { root } = self.tlEntries;
  const FEW = 100; // as many lines as are shown without being asked for
  let newest = false;
  let last = null;

  function make(tag, className, ...inside) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...inside);
    return made;
  }

  function link(href, text, className) {
    return Object.assign(make("a", className, text), { href });
  }

  function line(row) {
    const [anchor, id, slug, name, mark, date, machine, certainty, where, status, page, kind] = row;
    const item = make("li", `tl-event tl-event--${mark}`);
    item.dataset[kind ? "milestone" : "event"] = id;
    if (status) item.dataset.status = status;
    const when = link(`${root}${self.tlEvents.pages[page]}#${anchor}`, "", "tl-event__date");
    if (certainty) when.classList.add(`tl-event__date--${certainty}`);
    when.append(machine ? Object.assign(make("time", "", date), { dateTime: machine }) : make("b", "", date));
    if (certainty) when.append(" ", make("span", "tl-event__known", self.tlEvents.certainties[certainty]));
    item.append(when);
    if (status) item.append(make("p", "tl-event__status", self.tlEvents.statuses[status]));
    const article = `${root}bai-viet/${slug}.html`;
    item.append(make("h3", "tl-event__name", kind ? name : link(article, name)));
    item.append(make("p", "tl-event__where", where ? make("span", "tl-event__place", where) : make("span", "tl-unknown", self.tlEvents.words.place)));
    return item;
  }

  function group(year, entries, open) {
    const part = make("details", "tl-fold");
    part.id = `ket-qua-${year}`;
    // The label of a year that no entry has for certain is not the year alone.
    const [, named] = (self.tlEvents.facets.year || []).find(([id]) => id === year) || [year, year];
    const title = Number(year) ? (named === year ? year : `${year} (?)`) : self.tlEvents.words.year;
    const count = entries.filter((entry) => entry.counted).length;
    const told = count ? `${self.tlSearch.number(count)} sự kiện` : `${entries.length} ${self.tlEvents.words.milestones}`;
    const label = make("h2", Number(year) ? "tl-year__label" : "tl-year__label tl-fold__none", title);
    part.append(make("summary", "", label, make("span", "tl-fold__count", told)));
    const fill = () => {
      if (part.querySelector("ol")) return;
      const lines = make("ol", "tl-year__events", ...entries.map((entry) => line(entry.row)));
      lines.setAttribute("role", "list");
      part.append(lines);
    };
    part.addEventListener("toggle", () => part.open && fill());
    if (open) fill();
    part.open = open;
    return part;
  }

  function draw({ matched, yearAt }) {
    const years = new Map();
    matched.filter((entry) => !entry.optional).forEach((entry) => {
      const year = yearAt < 0 ? "" : entry.values[yearAt][0];
      if (!years.has(year)) years.set(year, []);
      years.get(year).push(entry);
    });
    let groups = [...years];
    if (newest) {
      groups = [...groups.filter(([year]) => Number(year)).reverse(), ...groups.filter(([year]) => !Number(year))];
      groups = groups.map(([year, entries]) => [year, [...entries].reverse()]);
    }
    let shown = 0;
    place.replaceChildren(...groups.map(([year, entries]) => {
      const open = shown === 0 || shown + entries.length <= FEW;
      shown += entries.length;
      return group(year, entries, open);
    }));
  }

  document.addEventListener("tl:filtered", (event) => {
    last = event.detail.active ? event.detail : null;
    place.hidden = !last;
    if (last) draw(last);
    else place.replaceChildren();
  });
  /* The overview leads to a year of what was found: it opens. */
  addEventListener("hashchange", () => {
    const part = document.getElementById(location.hash.slice(1));
    if (part && place.contains(part)) part.open = true;
  });
  document.addEventListener("tl:view", (event) => {
    if (newest !== event.detail.newest) {
      newest = event.detail.newest;
      if (last) draw(last);
    }
    if (event.detail.turned) place.querySelectorAll("details").forEach((part) => { part.open = !event.detail.folded; });
  });
})();
