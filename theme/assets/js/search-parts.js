/* What answers in the text of an entry: its facts and sentences. */
(function () {
  "use strict";
  var tl = self.tlSearch;

  /* The strings of a text, each with its name and the number of its sentence. */
  function strings(text) {
    if (!text.strings) {
      var article = Boolean(text.facts);
      var facts = (text.facts || []).map((fact) => ({ said: fact[1], field: fact[0], sentence: fact[2], sure: fact[3] }));
      var sentences = text.sentences.map((said, i) => ({ said: said, sentence: article ? i + 1 : 0 }));
      text.strings = facts.concat(sentences).filter((string) => string.said);
      text.strings.forEach((string) => {
        string.words = tl.wordsOf(string.said);
        var field = tl.head.fields[string.field];
        string.name = field || (article ? "Câu " + string.sentence : "Trong trang");
        if (string.sure) string.name += " (" + tl.head.certainties[string.sure] + ")";
      });
    }
    return text.strings;
  }

  /* What answers, the best first, each sentence once: a fact shows by the sentence that says it. */
  function parts(query, text) {
    var best = new Map();
    strings(text).forEach((string, place) => {
      var hits = tl.scan(query, string.words);
      if (!hits.length) return;
      var sum = tl.weigh(query, hits);
      var part = { said: string.said, name: string.name, sentence: string.sentence, hits: hits, sum: sum, score: sum.score };
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

  /*
   * Look into the text of what was found. Words that stand side by side in it, though the index does
   * not tell, count; those count less that stand so in several places, and nowhere all of them; a
   * phrase that does not stand there word for word is no answer after all.
   */
  tl.inside = function (query, found) {
    if (found.parts) return true;
    var text = tl.texts.get(found.shown.path);
    if (!text) return !query.strict;
    var title = tl.weigh(query, tl.scan(query, tl.wordsOf(found.shown.title)));
    found.parts = parts(query, text);
    var mask = found.parts.reduce((all, part) => all | part.sum.mask, title.mask);
    var beside = found.parts.reduce((all, part) => all | part.sum.beside, title.beside);
    for (var t = 1; t < query.terms.length; t++) {
      if (beside & ~query.known & ~found.beside & (1 << t)) found.score += query.rarity[t] + query.rarity[t - 1];
    }
    var pairs = (sum) => tl.count(sum.beside & query.known);
    var together = Math.max(pairs(title), ...found.parts.map((part) => pairs(part.sum)));
    if (text.facts && together < pairs(found)) found.score *= Math.pow(together / pairs(found), 2);
    return !(query.strict & ~mask);
  };
})();
