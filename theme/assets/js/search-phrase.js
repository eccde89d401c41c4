/* Words in quotation marks, which must stand side by side: the index tells of most pairs, texts of the rest. */
(function () {
  "use strict";
  var tl = self.tlSearch;

  /* Words in quotation marks: one term, met where they stand side by side. */
  tl.Query.prototype.phrase = function (text, open) {
    var said = tl.words(text);
    if (!said.length || this.terms.length >= tl.MOST_TERMS) return;
    var spelled = said.map((found) => tl.spell(found.word));
    var marked = spelled.some(tl.marked);
    var mask = this.term(text.trim(), said.length > 1);
    spelled.forEach((word, i) => {
      this.want("words", word.plain, open && i === said.length - 1);
      if (i) this.want("pairs", spelled[i - 1].plain + "_" + word.plain, open && i === said.length - 1);
    });
    this.later.push(() => {
      var steps = spelled.map((word, i) => {
        var begins = open && i === said.length - 1;
        var keys = this.like(word, begins);
        // An accent that was not typed may be anything only where a reader types none.
        if (marked && !begins) keys.forEach((_, key) => tl.agree(word, key.spelled(), false) < 3 && keys.delete(key));
        return keys;
      });
      if (steps.some((step) => !step.size)) return;
      var pairs = spelled.slice(1).map((word, i) => {
        var begins = open && i + 2 === said.length;
        var sets = [steps[i], steps[i + 1]].map((keys) => new Set(tl.textsOf(keys).keys()));
        return this.pair(spelled[i].plain + "_" + word.plain, begins, sets);
      });
      this.options.push({ mask: mask, keys: new Map(), all: steps, pairs: pairs, steps: steps.map(tl.textsOf), worth: 1 });
    });
  };

  /* The entries that have all words of a phrase, and all its pairs of which the index knows. */
  tl.inOrder = function (option) {
    var level = new Uint8Array(tl.head.size);
    var steps = option.all.map((keys) => [...keys.keys()]).concat(option.pairs.filter((keys) => keys.length));
    steps.forEach((keys, i) => {
      keys.forEach((key) => key.entries(0).forEach((entry) => level[entry] === i && (level[entry] = i + 1)));
    });
    var found = [];
    level.forEach((reached, entry) => reached === steps.length && found.push(entry));
    return found;
  };
})();
