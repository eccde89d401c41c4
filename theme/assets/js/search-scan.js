/*
 * How well a string answers. What was found in the name, place, bodies, themes and date of an event
 * weighs more than what was found in the text, words side by side more than words apart, the very
 * spelling more than a likeness.
 */
(function () {
  "use strict";
  var tl = self.tlSearch;
  var WEIGHTS = { title: 6, names: 5.5, when: 5, place: 4, bodies: 4, themes: 3 };
  tl.OTHER_PAGE = 0.9; // below an article that says the same
  var BEGUN = 0.8; // of a word that is not typed to its end
  var OTHERWISE = 0.9; // of words that stand for those that were typed
  var LIKE = 0.6; // of a word with marks that were not asked for, beside others that were

  tl.worth = function (query, option, step, id) {
    var agreed = option.steps[step].get(id);
    if (agreed === undefined) return 0;
    return agreed === 1 ? BEGUN : agreed === 3 || !query.marked ? 1 : LIKE;
  };

  /* Where options are met in a list of words: {from, to, mask, worth}, in order. */
  tl.scan = function (query, ids) {
    var hits = [];
    for (var at = 0; at < ids.length; at++) {
      var options = query.starts.get(ids[at]);
      if (options) options.forEach(met);
    }
    function met(option) {
      var least = option.instead ? OTHERWISE : 1;
      for (var step = 0; step < option.steps.length; step++) {
        least = Math.min(least, tl.worth(query, option, step, ids[at + step]));
        if (!least) return;
      }
      var to = at + option.steps.length;
      hits.push({ from: at, to: to, mask: option.mask, worth: least, begun: least === BEGUN });
    }
    return hits;
  };

  /*
   * Add what the hits of one string come to: the best of each term, and of each pair of neighbours.
   * A string weighs more than plain text only as far as it has all that is asked for: "tử" in a
   * title is no reason to think of "phân tử".
   */
  tl.weigh = function (query, hits, weight, sum) {
    var mask = hits.reduce((all, hit) => all | hit.mask, 0);
    var share = query.rarity.reduce((all, rare, t) => all + (mask & (1 << t) ? rare : 0), 0);
    var full = 1 + (weight - 1) * Math.pow(share / query.rarest, 2);
    var ends = new Map();
    hits.forEach(function (hit) {
      var worth = Math.min(weight, full) * hit.worth;
      var before = hit.mask | (ends.get(hit.from) || 0);
      for (var rest = hit.mask, t = 0; rest; rest >>>= 1, t++) {
        if (!(rest & 1)) continue;
        sum.best[t] = Math.max(sum.best[t], worth);
        if (t && before & (1 << (t - 1))) sum.pair[t] = Math.max(sum.pair[t], worth);
      }
      ends.set(hit.to, (ends.get(hit.to) || 0) | hit.mask);
    });
    sum.mask |= mask;
    return sum;
  };

  tl.nothing = function (query) {
    var zeros = query.terms.map(() => 0);
    return { mask: 0, best: zeros, pair: zeros.slice() };
  };

  tl.score = function (query, sum) {
    return sum.best.reduce((all, best, t) => {
      var beside = t ? sum.pair[t] * (query.rarity[t] + query.rarity[t - 1]) : 0;
      return all + best * query.rarity[t] + beside;
    }, 0);
  };

  /* The words of an entry's facts, with the weight of each string; looked up once. */
  tl.factIds = function (index, entry) {
    if (!entry.ids) {
      entry.ids = Object.keys(WEIGHTS).flatMap((field) => {
        return [].concat(entry[field]).map((text) => [WEIGHTS[field], index.idsOf(text)]);
      });
    }
    return entry.ids;
  };

  /* What the facts of an entry come to. */
  tl.facts = function (query, entry) {
    var sum = tl.nothing(query);
    tl.factIds(query.index, entry).forEach((string) => {
      tl.weigh(query, tl.scan(query, string[1]), entry.other ? tl.OTHER_PAGE : string[0], sum);
    });
    query.dates.forEach((asked) => {
      if (!tl.falls(entry.days, asked.date)) return;
      sum.mask |= asked.mask;
      sum.best[31 - Math.clz32(asked.mask)] = WEIGHTS.when;
    });
    return sum;
  };
})();
