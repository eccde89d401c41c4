/*
 * The answer as Material's dialog draws it: HTML, so whatever comes from an article or a reader is
 * escaped here, once. Under each article stand the sentences that answer best, by their address.
 */
(function () {
  "use strict";
  var tl = self.tlSearch;
  var SHOWN = 2; // sentences at once; as many again behind "Thêm"
  var LONG = 240;

  function safe(text) {
    return text.replace(/[&<>"']/g, (char) => "&#" + char.charCodeAt(0) + ";");
  }

  /* Where hits stand in `text`, joined where only a blank or a hyphen is between them. */
  function spans(text, hits) {
    var words = tl.words(text);
    var joined = [];
    hits.forEach((hit) => {
      var place = [words[hit.from].from, words[hit.to - 1].to];
      var last = joined[joined.length - 1];
      if (last && /^[\s-]?$/.test(text.slice(last[1], place[0]))) last[1] = Math.max(last[1], place[1]);
      else joined.push(place);
    });
    return joined;
  }

  function marked(text, hits) {
    var places = spans(text, hits);
    var from = 0;
    var to = text.length;
    if (text.length > LONG && places.length) {
      from = Math.max(0, text.lastIndexOf(" ", Math.max(0, places[0][0] - LONG / 3)) + 1);
      to = text.indexOf(" ", Math.max(from + LONG, places[0][1]));
      if (to < 0) to = text.length;
    }
    var html = from ? "… " : "";
    places.forEach((place) => {
      if (place[0] < from || place[1] > to) return;
      html += safe(text.slice(from, place[0])) + "<mark>" + safe(text.slice(...place)) + "</mark>";
      from = place[1];
    });
    return html + safe(text.slice(from, to)) + (to < text.length ? " …" : "");
  }

  /* The address of a page or of a sentence in it, and the words to be marked there. */
  function address(path, text, hits, sentence) {
    var said = [...new Set(spans(text, hits).map((place) => text.slice(...place).toLowerCase()))];
    var query = said.slice(0, 6).map((words) => "h=" + encodeURIComponent(words)).join("&");
    return path + (query && "?" + query) + (sentence ? "#cau-" + sentence : "");
  }

  /*
   * Of the hits in a string those that tell something: no word that only begins as typed where the
   * word itself stands in the entry, no lone "hội" where "hội thảo" stands in the string.
   */
  function telling(lists) {
    var whole = 0;
    lists.forEach((hits) => hits.forEach((hit) => (whole |= hit.begun ? 0 : hit.mask)));
    return function (hits) {
      var kept = hits.filter((hit) => !hit.begun || (hit.mask & ~whole) !== 0);
      var beside = (hit) => kept.some((other) => other.to === hit.from || hit.to === other.from);
      var runs = kept.filter(beside).reduce((mask, hit) => mask | hit.mask, 0);
      return kept.filter((hit) => beside(hit) || (hit.mask & ~runs) !== 0);
    };
  }

  /* One entry as the list of documents that Material draws: the page, then its sentences. */
  tl.item = function (query, found, rank) {
    var entry = found.entry;
    var hits = tl.scan(query, query.index.idsOf(entry.title));
    var inTitle = tl.score(query, tl.weigh(query, hits, 1, tl.nothing(query)));
    var keep = telling([hits].concat((found.parts || []).map((part) => part.hits)));
    var shown = (found.parts || []).filter((part) => keep(part.hits).length).slice(0, 2 * SHOWN);
    var below = [entry.when[0], entry.place[0]].filter(Boolean).map(safe).join(" · ");
    var missing = {};
    query.terms.forEach((term, t) => {
      if (!(found.mask & (1 << t))) missing[term.said] = false;
    });
    // Enter opens the highest score of the first item; what is below the page's hides behind "Thêm".
    var top = 1e6 - rank;
    var page = {
      location: address(entry.path, entry.title, keep(hits), 0),
      title: marked(entry.title, keep(hits)) + (below && '<small class="tl-search__when">' + below + "</small>"),
      text: "",
      terms: missing,
      score: top,
    };
    return [page].concat(
      shown.map((part, i) => ({
        location: address(entry.path, part.said, keep(part.hits), part.sentence),
        title: safe(part.name),
        text: "<p>" + marked(part.said, keep(part.hits)) + "</p>",
        terms: i ? {} : missing,
        score: i >= SHOWN ? top - 1 : !i && part.score > inTitle ? top + 0.5 : top,
      }))
    );
  };
})();
