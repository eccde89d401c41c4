/*
 * The page of results: all answers to what its address asks for (?q=…&trang=2&nam=2017), a page of them
 * at a time, and links that narrow them down. The address tells it all: it can be kept, sent and gone
 * back to.
 */
(function () {
  "use strict";
  var tl = self.tlSearch;
  var SIZE = 20;
  var SENTENCES = 3;
  var MANY = 8; // values of a facet that are shown at once

  function set(list) {
    return new Set(tl.listed(list));
  }

  tl.results = function (page) {
    var part = (selector) => page.querySelector(selector);
    var place = { box: part("[data-search]"), said: part("[role=status]"), list: part("ol"), steps: part("nav"), narrow: part("details") };
    var asked = new URLSearchParams(location.search);
    var turn = 0;
    place.box.value = asked.get("q") || "";
    place.narrow.open = matchMedia("(min-width: 60em)").matches;
    place.box.addEventListener("input", () => {
      asked = new URLSearchParams({ q: place.box.value });
      history.replaceState(null, "", address({}));
      run();
    });
    run();

    /* The address of this page with some of what it asks for changed; null takes away. */
    function address(changes) {
      var other = new URLSearchParams(asked);
      Object.keys(changes).forEach((name) => {
        if (changes[name] === null) other.delete(name);
        else other.set(name, changes[name]);
      });
      return "?" + other;
    }

    function chosen() {
      return Object.keys(tl.head.facets).filter((facet) => asked.get(facet));
    }

    function run() {
      var mine = ++turn;
      var current = () => mine === turn;
      var from = (Math.max(1, Number(asked.get("trang")) || 1) - 1) * SIZE;
      document.title = (place.box.value ? place.box.value + " – " : "") + part("h1").textContent + " – " + page.dataset.title;
      place.said.textContent = "Đang tìm…";
      (chosen().length ? tl.extra("facets") : Promise.resolve({}))
        .then((facets) => {
          var sets = chosen().map((facet) => {
            var value = (facets[facet] || []).find((one) => one[0] === asked.get(facet));
            return value ? set(value[2]) : new Set();
          });
          var among = sets.length ? (entry) => sets.every((one) => one.has(entry)) : null;
          return tl.find(place.box.value, { from: from, size: SIZE, among: among, current: current }, (answer) => draw(answer, from));
        })
        .then((answer) => answer && current() && answer.all && tl.extra("facets").then((facets) => current() && narrow(facets, answer.all)))
        .catch(() => current() && (place.said.textContent = tl.failed));
    }

    function draw(answer, from) {
      var last = Math.ceil((answer.total || 0) / SIZE);
      var now = from / SIZE + 1;
      place.said.textContent = answer.said + (now > 1 ? " Trang " + now + "." : "");
      tl.draw(answer.query, answer.found, place.list, SENTENCES);
      place.list.start = from + 1;
      place.steps.hidden = last < 2 && !answer.least;
      place.narrow.hidden = !answer.all || answer.query.loose;
      place.steps.replaceChildren();
      if (now > 1) place.steps.append(tl.element("a", { href: address({ trang: now - 1 }), rel: "prev" }, "Trang trước"));
      place.steps.append(tl.element("span", {}, "Trang " + now + (answer.least ? "" : " / " + last)));
      if (now < last || answer.least) place.steps.append(tl.element("a", { href: address({ trang: now + 1 }), rel: "next" }, "Trang sau"));
    }

    /* How many answers each value of each facet leaves, beside what is chosen of the other facets. */
    function narrow(facets, all) {
      var drawn = Object.keys(tl.head.facets).map((facet) => {
        var others = chosen().filter((other) => other !== facet).map((other) => {
          var value = (facets[other] || []).find((one) => one[0] === asked.get(other));
          return value ? set(value[2]) : new Set();
        });
        var left = new Set(all.map((one) => one.entry).filter((entry) => others.every((one) => one.has(entry))));
        var values = (facets[facet] || []).map((one) => ({ id: one[0], label: one[1], count: tl.listed(one[2]).filter((entry) => left.has(entry)).length }));
        values = values.filter((value) => value.count || value.id === asked.get(facet));
        values.sort((a, b) => (facet === "nam" ? b.id - a.id : b.count - a.count || (a.label < b.label ? -1 : 1)));
        return group(facet, values);
      });
      place.narrow.lastElementChild.replaceChildren(...drawn.filter(Boolean));
    }

    function group(facet, values) {
      if (!values.length) return null;
      var links = values.map((value) => {
        var is = value.id === asked.get(facet);
        var changes = { trang: null };
        changes[facet] = is ? null : value.id;
        var link = tl.element("a", { href: address(changes) }, value.label, " ", tl.element("small", {}, is ? "bỏ lọc" : tl.number(value.count)));
        if (is) link.setAttribute("aria-current", "true");
        return tl.element("li", {}, link);
      });
      var list = (some) => tl.element("ul", { role: "list" }, ...some);
      var made = tl.element("section", {}, tl.element("h2", {}, tl.head.facets[facet]), list(links.slice(0, MANY)));
      var rest = links.slice(MANY);
      if (rest.length) made.append(tl.element("details", {}, tl.element("summary", {}, "Thêm " + tl.number(rest.length)), list(rest)));
      return made;
    }
  };
})();
