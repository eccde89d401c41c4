/* Which entries answer, the best first, by what the index tells: no text is needed for it. */
(function () {
  "use strict";
  var tl = self.tlSearch;

  /* For each term how well the words of each entry may meet it. */
  function met(query) {
    var index = query.index;
    var size = index.entries.length;
    var found = query.terms.map(() => new Float32Array(size));
    query.options.forEach((option) => {
      var level = new Uint8Array(size);
      var last = option.steps.length - 1;
      option.steps.forEach((step, i) => {
        for (var id of step.keys()) {
          var well = tl.worth(query, option, i, id);
          tl.each(index.lists[id], (entry) => {
            if (level[entry] < i || level[entry] > i + 1) return;
            level[entry] = i + 1;
            if (i === last) raise(found, option.mask, entry, last ? 1 : well);
          });
        }
      });
    });
    query.dates.forEach((asked) => {
      index.entries.forEach((entry, i) => {
        if (tl.falls(entry.days, asked.date)) raise(found, asked.mask, i, 1);
      });
    });
    query.rarity = found.map((of) => Math.log(1 + size / (1 + of.filter(Boolean).length)));
    query.rarest = query.rarity.reduce((all, rare) => all + rare, 0);
    return found;
  }

  function raise(found, mask, entry, well) {
    for (var t = 0; mask; mask >>>= 1, t++) {
      if (mask & 1 && found[t][entry] < well) found[t][entry] = well;
    }
  }

  /* For each pair of neighbours the entries of which the index knows that they have it. */
  function together(query) {
    var single = query.options.filter((option) => option.steps.length === 1);
    return query.terms.map((_, t) => {
      var known = new Uint8Array(query.index.entries.length);
      var first = single.find((option) => option.mask === 1 << (t - 1));
      var second = single.find((option) => option.mask === 1 << t);
      if (!t || !first || !second) return known;
      for (var one of first.steps[0].keys()) {
        for (var other of second.steps[0].keys()) {
          tl.each(query.index.together(one, other), (entry) => (known[entry] = 1));
        }
      }
      return known;
    });
  }

  /* The entries that meet all terms, or of a loose query the most: [{entry, score, sum}]. */
  tl.rank = function (query) {
    var words = met(query);
    var pairs = together(query);
    var least = query.loose ? query.terms.length / 2 : query.terms.length;
    var found = [];
    query.index.entries.forEach((entry, i) => {
      if (words.filter((well) => well[i]).length < least) return;
      var sum = tl.facts(query, entry);
      words.forEach((well, t) => {
        var text = entry.other ? tl.OTHER_PAGE : 1;
        if (well[i]) sum.mask |= 1 << t;
        sum.best[t] = Math.max(sum.best[t], text * well[i]);
        if (pairs[t][i]) sum.pair[t] = Math.max(sum.pair[t], text);
      });
      found.push({ entry: entry, sum: sum, score: tl.score(query, sum) });
    });
    return tl.best(found);
  };

  tl.best = function (found) {
    return found.sort((a, b) => b.score - a.score || (a.entry.path < b.entry.path ? -1 : 1));
  };
})();
