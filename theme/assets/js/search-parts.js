/* What answers in the text of an entry: its facts and sentences. */
(function () {
  "use strict";
  var tl = self.tlSearch;

  /* The strings of an entry's text, each with its name and the number of its sentence. */
  function strings(index, text) {
    if (!text.strings) {
      var article = Boolean(text.facts);
      var facts = (text.facts || []).map((fact) => ({ said: fact[1], field: fact[0], sentence: fact[2] }));
      var sentences = text.sentences.map((said, i) => ({ said: said, sentence: article ? i + 1 : 0 }));
      text.strings = facts.concat(sentences).filter((string) => string.said);
      text.strings.forEach((string) => {
        string.ids = index.idsOf(string.said);
        var field = index.fields[string.field];
        string.name = field || (article ? "Câu " + string.sentence : "Trong trang");
      });
    }
    return text.strings;
  }

  /* What answers, the best first, each sentence once: a fact shows by the sentence that says it. */
  function parts(query, text) {
    var best = new Map();
    strings(query.index, text).forEach((string, place) => {
      var hits = tl.scan(query, string.ids);
      if (!hits.length) return;
      var sum = tl.weigh(query, hits, 1, tl.nothing(query));
      var part = { said: string.said, name: string.name, sentence: string.sentence };
      part = Object.assign(part, { hits: hits, sum: sum, score: tl.score(query, sum) });
      // A theme is seldom said in so many words.
      if (string.field === "themes") part.score /= 2;
      var key = string.sentence || -place;
      var fact = best.get(key);
      if (!fact || part.score > fact.score) best.set(key, part);
      if (fact && !string.field && (sum.mask & fact.sum.mask) === fact.sum.mask) {
        best.set(key, Object.assign(part, { name: fact.name, score: Math.max(part.score, fact.score) }));
      }
    });
    return [...best.values()].sort((a, b) => b.score - a.score);
  }

  /* Whether all that no likeness can stand for is met for certain, without a look into the text. */
  tl.sure = function (query, found) {
    return (query.strict & ~found.proven) === 0;
  };

  /*
   * Look into the text: an entry whose words do not stand as asked for is no answer after all. One
   * whose text could not be had stays what the index says.
   */
  tl.look = function (query, found) {
    var text = query.index.texts.get(found.entry.path);
    if (!text) return tl.sure(query, found);
    var sum = tl.facts(query, found.entry);
    found.parts = parts(query, text);
    found.parts.forEach((part) => {
      sum.mask |= part.sum.mask;
      part.sum.best.forEach((best, t) => (sum.best[t] = Math.max(sum.best[t], best)));
      part.sum.pair.forEach((pair, t) => (sum.pair[t] = Math.max(sum.pair[t], pair)));
    });
    found.mask = sum.mask;
    found.score = tl.score(query, sum);
    return query.loose ? sum.mask !== 0 : sum.mask === query.full;
  };
})();
