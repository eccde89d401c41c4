/* Which entries answer, the best first, by what the index tells: no text is needed for it. */
(function () {
  "use strict";
  var tl = self.tlSearch;
  // Of text, of the lists of facts as fields.py numbers them (names, when, place, bodies, themes), of the title.
  var WEIGHTS = (tl.WEIGHTS = [1, 5.5, 5, 4, 4, 3, 6]);
  var OTHERWISE = 0.9; // where other words stand for those that were typed
  var OTHER_PAGE = 0.9; // below an article that says the same
  var APART = 0.1; // what is left of an answer none of whose words stand side by side as they do elsewhere
  var ONLY_TEXT = [1];
  var NAMED = 1e6; // the page of what is asked for by its name

  var count = (tl.count = function (bits) {
    for (var n = 0; bits; bits &= bits - 1) n++;
    return n;
  });

  /*
   * What each list weighs for an entry: more than text as far as it has all that is asked for, and has it
   * side by side: "tử" in a title is no reason to think of "phân tử".
   */
  tl.Found.prototype.weights = function (entry) {
    var rarity = this.rarity;
    return WEIGHTS.map((weight, list) => {
      var mask = list && this.masks[list][entry];
      if (!mask) return list ? 0 : 1;
      for (var share = 0, t = 0; t < rarity.length; t++) if (mask & (1 << t)) share += rarity[t];
      var pairs = mask & (mask << 1) & this.known;
      var joined = pairs ? count(pairs & this.beside[list][entry]) / count(pairs) : 1;
      if (mask & ~this.typed[list][entry]) weight *= OTHERWISE;
      return 1 + (weight - 1) * Math.pow(share / this.rarest, 2) * Math.pow(joined, 3);
    });
  };

  /* What an entry comes to: for each term the best of its lists, and as much again for each pair of neighbours. */
  tl.Found.prototype.score = function (entry) {
    var rarity = this.rarity;
    var weights = this.facts[entry] ? this.weights(entry) : ONLY_TEXT;
    var sum = 0;
    for (var t = 0; t < rarity.length; t++) {
      if (!this.worth[t][entry]) continue;
      var best = 1;
      var beside = this.beside[0][entry] & (1 << t) ? 1 : 0;
      for (var list = 1; list < weights.length; list++) {
        if (this.masks[list][entry] & (1 << t)) best = Math.max(best, weights[list]);
        if (this.beside[list][entry] & (1 << t)) beside = Math.max(beside, weights[list]);
      }
      sum += this.worth[t][entry] * best * rarity[t] + (t ? beside * (rarity[t] + rarity[t - 1]) : 0);
    }
    if (this.known) sum *= Math.max(APART, Math.pow(count(this.known & this.beside[0][entry]) / this.pairs, 2));
    if (entry >= tl.head.articles) sum *= OTHER_PAGE;
    return this.query.pages && this.query.pages.has(entry) ? sum + NAMED : sum;
  };

  /* Who may answer: all that meet the rarest term, or of a loose query any of them, and who is asked for by name. */
  tl.Found.prototype.candidates = function () {
    var full = this.met.filter((_, t) => this.query.full & (1 << t));
    var lists = this.query.loose ? full : full.sort((a, b) => a.length - b.length).slice(0, 1);
    return new Set([...lists, this.query.pages ? [...this.query.pages] : []].flat());
  };

  /* The entries that meet all terms, or of a loose query the most: [{entry, score, mask}]. */
  tl.rank = function (query) {
    var size = tl.head.size;
    var all = new tl.Found(query);
    query.options.forEach((option) => all.option(option));
    all.neighbours();
    all.rarity = all.met.map((met, t) => (query.idle & (1 << t) ? 0 : Math.log(1 + size / (1 + met.length))));
    all.rarest = all.rarity.reduce((sum, rare) => sum + rare, 0);
    all.pairs = count(all.known);
    query.rarity = all.rarity;
    query.rarest = all.rarest;
    query.known = all.known;
    var least = query.loose ? count(query.full) / 2 : count(query.full);
    var found = [];
    all.candidates().forEach((entry) => {
      for (var mask = 0, n = 0, t = 0; t < all.worth.length; t++) {
        if (all.worth[t][entry]) {
          mask |= 1 << t;
          n++;
        }
      }
      if (n >= least || (query.pages && query.pages.has(entry))) {
        found.push({ entry: entry, mask: mask, score: all.score(entry), beside: all.beside[0][entry] });
      }
    });
    return tl.best(found);
  };

  // Entries are numbered by their days, lists by how much they list.
  tl.best = function (found) {
    return found.sort((a, b) => b.score - a.score || a.entry - b.entry);
  };
})();
