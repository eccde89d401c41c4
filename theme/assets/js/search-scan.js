/* How well a string of an entry answers, by its words: which sentences are shown, and what is marked. */
(function () {
  "use strict";
  var tl = self.tlSearch;

  /* The options of a query by the word that they begin with in a text. */
  function starts(query) {
    if (query.starts) return query.starts;
    query.starts = new Map();
    query.options.forEach((option) => {
      if (!option.steps.length) return;
      for (var word of option.steps[0].keys()) {
        if (query.starts.has(word)) query.starts.get(word).push(option);
        else query.starts.set(word, [option]);
      }
    });
    return query.starts;
  }

  /* Where options are met in a list of words: {from, to, mask, worth}, in order. */
  tl.scan = function (query, words) {
    var hits = [];
    var begin = starts(query);
    for (var at = 0; at < words.length; at++) {
      (begin.get(words[at]) || []).forEach(met);
    }
    function met(option) {
      for (var step = 0, least = 1; step < option.steps.length; step++) {
        var worth = option.steps[step].get(words[at + step]);
        if (!worth) return;
        least = Math.min(least, worth);
      }
      var begun = least === 0.8;
      hits.push({ from: at, to: at + option.steps.length, mask: option.mask, worth: least * option.worth, begun: begun });
    }
    return hits;
  };

  /* The words of `text` as the index has them. */
  tl.wordsOf = function (text) {
    return tl.words(text.normalize("NFC")).map((found) => found.word.toLowerCase());
  };

  /* What hits come to: the terms that are met, those beside the term before, and a score. */
  tl.weigh = function (query, hits) {
    var sum = { mask: 0, beside: 0, score: 0 };
    var best = query.terms.map(() => 0);
    var ends = new Map();
    hits.forEach(function (hit) {
      var before = hit.mask | (ends.get(hit.from) || 0);
      sum.mask |= hit.mask;
      sum.beside |= hit.mask & (before << 1);
      for (var t = 0; t < best.length; t++) if (hit.mask & (1 << t)) best[t] = Math.max(best[t], hit.worth);
      ends.set(hit.to, (ends.get(hit.to) || 0) | hit.mask);
    });
    best.forEach((worth, t) => {
      sum.score += worth * query.rarity[t];
      if (t && sum.beside & (1 << t)) sum.score += query.rarity[t] + query.rarity[t - 1];
    });
    return sum;
  };
})();
