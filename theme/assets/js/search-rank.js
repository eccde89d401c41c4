/* Which entries answer, the best first, by what the index tells: no text is needed for it. */
(function () {
  "use strict";
  var tl = self.tlSearch;
  // Of text, of the lists of facts as fields.py numbers them (names, when, place, bodies, themes), of the title.
  var WEIGHTS = [1, 5.5, 5, 4, 4, 3, 6];
  var OTHERWISE = 0.9; // where other words stand for those that were typed
  var OTHER_PAGE = 0.9; // below an article that says the same
  var APART = 0.1; // what is left of an answer none of whose words stand side by side as they do elsewhere
  var NAMED = 1e6; // the page of what is asked for by its name

  function Found(query) {
    var size = tl.head.size;
    this.query = query;
    this.worth = query.terms.map(() => new Float32Array(size)); // how well an entry meets a term
    this.masks = WEIGHTS.map(() => new Uint32Array(size)); // the terms that stand in each list
    this.typed = WEIGHTS.map(() => new Uint32Array(size)); // those that stand there as they were typed
    this.beside = WEIGHTS.map(() => new Uint32Array(size)); // those that stand there after the term before
    this.known = 0; // the terms of which the index knows what stands before them
  }

  Found.prototype.meet = function (mask, worth, entries) {
    for (var t = 0, rest = mask; rest; rest >>>= 1, t++) {
      if (!(rest & 1)) continue;
      var of = this.worth[t];
      for (var i = 0; i < entries.length; i++) if (of[entries[i]] < worth) of[entries[i]] = worth;
    }
  };

  function mark(array, mask, entries) {
    for (var i = 0; i < entries.length; i++) array[entries[i]] |= mask;
  }

  Found.prototype.option = function (option) {
    var inner = option.mask & (option.mask << 1); // terms that the option meets beside the one before
    option.keys.forEach((worth, key) => {
      this.meet(option.mask, worth * option.worth, key.entries(0));
      for (var list = 0; list < WEIGHTS.length; list++) {
        if (list && !key.written[list]) continue;
        mark(this.masks[list], option.mask, key.entries(list));
        if (option.worth === 1) mark(this.typed[list], option.mask, key.entries(list));
        if (inner) mark(this.beside[list], inner, key.entries(list));
      }
    });
    if (option.all) this.meet(option.mask, 1, tl.inOrder(option));
    if (option.all && option.pairs.length === 1 && option.pairs[0].length) this.query.strict &= ~option.mask;
  };

  /* Terms that stand side by side as typed, wherever the index tells of pairs. */
  Found.prototype.pairs = function () {
    var query = this.query;
    query.neighbours.forEach((pair) => {
      var sets = [0, 1].map((i) => new Set(pair.words[i] ? [pair.words[i]] : typed(query, pair.t - 1 + i)));
      query.pair(pair.plain, pair.begins, sets).forEach((key) => {
        this.known |= 1 << pair.t;
        WEIGHTS.forEach((_, list) => {
          if (!list || key.written[list]) mark(this.beside[list], 1 << pair.t, key.entries(list));
        });
      });
    });
  };

  /* The words that meet term `t` by itself. */
  function typed(query, t) {
    var options = query.options.filter((option) => option.mask === 1 << t);
    return options.flatMap((option) => [...option.keys.keys()].map((key) => key.text));
  }

  function count(bits) {
    for (var n = 0; bits; bits &= bits - 1) n++;
    return n;
  }

  /*
   * What an entry comes to: for each term the best of the lists that it stands in, and as much again
   * for each pair of neighbours. A list weighs more than text as far as it has all that is asked for,
   * and has it side by side: "tử" in a title is no reason to think of "phân tử".
   */
  Found.prototype.score = function (entry) {
    var rarity = this.rarity;
    var weights = WEIGHTS.map((weight, list) => {
      var mask = this.masks[list][entry];
      if (!list || !mask) return list ? 0 : 1;
      for (var share = 0, t = 0; t < rarity.length; t++) if (mask & (1 << t)) share += rarity[t];
      var pairs = mask & (mask << 1) & this.known;
      var joined = pairs ? count(pairs & this.beside[list][entry]) / count(pairs) : 1;
      if (mask & ~this.typed[list][entry]) weight *= OTHERWISE;
      return 1 + (weight - 1) * Math.pow(share / this.rarest, 2) * Math.pow(joined, 3);
    });
    var sum = 0;
    for (var t = 0; t < rarity.length; t++) {
      if (!this.worth[t][entry]) continue;
      for (var best = 1, beside = 0, list = 0; list < weights.length; list++) {
        if (this.masks[list][entry] & (1 << t)) best = Math.max(best, weights[list]);
        if (this.beside[list][entry] & (1 << t)) beside = Math.max(beside, weights[list]);
      }
      sum += this.worth[t][entry] * best * rarity[t] + (t ? beside * (rarity[t] + rarity[t - 1]) : 0);
    }
    var met = this.known & this.beside[0][entry];
    if (this.known) sum *= Math.max(APART, Math.pow(count(met) / count(this.known), 2));
    if (entry >= tl.head.articles) sum *= OTHER_PAGE;
    return this.query.pages && this.query.pages.has(entry) ? sum + NAMED : sum;
  };

  /* The entries that meet all terms, or of a loose query the most: [{entry, score, mask}]. */
  tl.rank = function (query) {
    var size = tl.head.size;
    var all = new Found(query);
    query.options.forEach((option) => all.option(option));
    all.pairs();
    all.rarity = all.worth.map((of, t) => {
      for (var n = 0, i = 0; i < size; i++) if (of[i]) n++;
      return query.idle & (1 << t) ? 0 : Math.log(1 + size / (1 + n));
    });
    all.rarest = all.rarity.reduce((sum, rare) => sum + rare, 0);
    query.rarity = all.rarity;
    query.rarest = all.rarest;
    query.known = all.known;
    var least = query.loose ? count(query.full) / 2 : count(query.full);
    var found = [];
    for (var entry = 0; entry < size; entry++) {
      for (var mask = 0, n = 0, t = 0; t < all.worth.length; t++) {
        if (all.worth[t][entry]) {
          mask |= 1 << t;
          n++;
        }
      }
      if (n >= least || (query.pages && query.pages.has(entry))) {
        found.push({ entry: entry, mask: mask, score: all.score(entry), beside: all.beside[0][entry] });
      }
    }
    return tl.best(found);
  };

  // Entries are numbered by their days, lists by how much they list.
  tl.best = function (found) {
    return found.sort((a, b) => b.score - a.score || a.entry - b.entry);
  };
})();
