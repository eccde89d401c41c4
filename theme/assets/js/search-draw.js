/*
 * Draws an answer: under each page the sentences that answer best, by their address. Whatever comes
 * from an article or a reader becomes text, never markup.
 */
(function () {
  "use strict";
  var tl = self.tlSearch;
  var LONG = 240;

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

  /* `text`, or of a long one what is around the first hit, with the hits marked. */
  function marked(text, hits) {
    var places = spans(text, hits);
    var from = 0;
    var to = text.length;
    if (text.length > LONG && places.length) {
      from = Math.max(0, text.lastIndexOf(" ", Math.max(0, places[0][0] - LONG / 3)) + 1);
      to = text.indexOf(" ", Math.max(from + LONG, places[0][1]));
      if (to < 0) to = text.length;
    }
    var parts = [from ? "… " : ""];
    places.forEach((place) => {
      if (place[0] < from || place[1] > to) return;
      parts.push(text.slice(from, place[0]), tl.element("mark", {}, text.slice(...place)));
      from = place[1];
    });
    return parts.concat(text.slice(from, to), to < text.length ? " …" : "");
  }

  /* The address of a page or of a sentence in it, and the words to be marked there. */
  function address(path, text, hits, sentence) {
    var said = [...new Set(spans(text, hits).map((place) => text.slice(...place).toLowerCase()))];
    var query = said.slice(0, 6).map((words) => "h=" + encodeURIComponent(words)).join("&");
    return tl.root + path + (query && "?" + query) + (sentence ? "#cau-" + sentence : "");
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

  function sentence(entry, part, hits) {
    return tl.element(
      "li",
      {},
      tl.element(
        "a",
        { href: address(entry.path, part.said, hits, part.sentence) },
        tl.element("small", {}, part.name),
        " ",
        tl.element("q", {}, ...marked(part.said, hits))
      )
    );
  }

  /* What was found as an item of the list: the page, then its sentences. */
  function item(query, found, sentences) {
    var shown = found.shown;
    var hits = tl.scan(query, tl.wordsOf(shown.title));
    var keep = telling([hits].concat((found.parts || []).map((part) => part.hits)));
    var parts = (found.parts || []).filter((part) => keep(part.hits).length).slice(0, sentences);
    var lacks = query.terms.filter((_, t) => query.full & ~found.mask & (1 << t)).map((term) => term.said);
    var drawn = tl.element(
      "li",
      {},
      tl.element(
        "a",
        { href: address(shown.path, shown.title, keep(hits), 0), "data-answer": shown.path },
        ...marked(shown.title, keep(hits))
      )
    );
    if (shown.below) drawn.append(tl.element("p", {}, shown.below));
    if (lacks.length) drawn.append(tl.element("p", {}, "Không có từ: ", tl.element("s", {}, lacks.join(", "))));
    if (parts.length) {
      drawn.append(tl.element("ul", { role: "list" }, ...parts.map((part) => sentence(shown, part, keep(part.hits)))));
    }
    return drawn;
  }

  /* Draw what was found into `list`: who has gone on to an answer stays there when it is drawn anew. */
  tl.draw = function (query, found, list, sentences) {
    var at = list.contains(document.activeElement) && document.activeElement.href.split("?")[0];
    list.replaceChildren(...found.map((one) => item(query, one, sentences)));
    if (!at) return;
    var links = Array.from(list.querySelectorAll("a"));
    var same = links.find((link) => link.href.split("?")[0] === at);
    if (links.length) (same || links[0]).focus();
  };
})();
