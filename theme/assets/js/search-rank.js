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

  /* The entries whose facts have a word that is asked for, or the date: only there facts weigh. */
  function inFacts(query) {
    var index = query.index;
    var has = new Uint8Array(index.entries.length);
    for (var id of query.starts.keys()) {
      (index.factsWith().get(id) || []).forEach((entry) => (has[entry] = 1));
    }
    query.dates.forEach((asked) => {
      index.entries.forEach((entry, i) => {
        if (tl.falls(entry.days, asked.date)) has[i] = 1;
      });
    });
    return has;
  }

  /*
   * The entries that meet all terms, or of a loose query the most: [{entry, score, mask, proven}].
   * What the words of the text are said to meet, its sentences may not; what the facts meet is so.
   */
  tl.rank = function (query) {
    var words = met(query);
    var pairs = together(query);
    var facts = inFacts(query);
    var least = query.loose ? query.terms.length / 2 : query.terms.length;
    var found = [];
    query.index.entries.forEach((entry, i) => {
      for (var mask = 0, count = 0, t = 0; t < words.length; t++) {
        if (words[t][i]) mask |= 1 << t;
        if (words[t][i]) count++;
      }
      if (count < least) return;
      var sum = facts[i] ? tl.facts(query, entry) : null;
      var text = entry.other ? tl.OTHER_PAGE : 1;
      for (var score = 0, n = 0; n < words.length; n++) {
        var best = Math.max(sum ? sum.best[n] : 0, text * words[n][i]);
        var beside = Math.max(sum ? sum.pair[n] : 0, pairs[n][i] ? text : 0);
        score += best * query.rarity[n] + (n ? beside * (query.rarity[n] + query.rarity[n - 1]) : 0);
      }
      found.push({ entry: entry, mask: mask, score: score, proven: sum ? sum.mask : 0 });
    });
    return tl.best(found);
  };

  tl.best = function (found) {
    return found.sort((a, b) => b.score - a.score || (a.entry.path < b.entry.path ? -1 : 1));
  };
})();
