/*
 * What is asked for. Each term must be met; it is met by any of its options. An option is told twice:
 * as keys of the index, and as steps, the words that stand in a text. What it takes to know the keys is
 * `wanted`; what is done with them waits in `later`.
 */
(function () {
  "use strict";
  var tl = self.tlSearch;
  Object.assign(tl, { MOST_TERMS: 24 }); // one bit a term
  var BEGUN = 0.8; // of a word that is not typed to its end
  var OTHERWISE = 0.9; // of words that stand for those that were typed
  var LIKE = 0.6; // of a word with marks that were not asked for, beside others that were

  var Query = (tl.Query = function (loose) {
    this.loose = loose;
    this.terms = [];
    this.strict = 0; // the terms that hold only as they were typed, and where: phrases
    this.idle = 0; // the terms that say nothing yet: too many words begin so
    this.options = [];
    this.neighbours = []; // {t, plain, begins, words}: the pairs of words that term t and the one before may be
    this.wanted = []; // what is looked up: [table, plain, begins]
    this.later = []; // done when that is there
  });

  Query.prototype.term = function (said, strict) {
    var mask = 1 << this.terms.length;
    this.terms.push({ said: said });
    if (strict) this.strict |= mask;
    return mask;
  };

  Query.prototype.want = function (table, plain, begins) {
    this.wanted.push([table, plain, Boolean(begins)]);
  };

  /* The words that answer to what is typed: a map of each to how well. */
  Query.prototype.like = function (spelled, begins) {
    var found = new Map();
    tl.look("words", spelled.plain, begins).forEach((key) => {
      var agreed = tl.agree(spelled, key.spelled(), begins);
      if (agreed) found.set(key, agreed === 1 ? BEGUN : agreed === 3 || !this.marked ? 1 : LIKE);
    });
    return found;
  };

  Query.prototype.option = function (mask, keys, steps, worth) {
    if (!keys.size) return;
    this.options.push({ mask: mask, keys: keys, steps: steps, worth: worth || 1 });
  };

  /* The texts of keys, each with how well it answers. */
  tl.textsOf = function (keys) {
    return new Map([...keys].map((pair) => [pair[0].text, pair[1]]));
  };

  /* A word, perhaps not typed to its end. */
  Query.prototype.word = function (mask, spelled, begins, others) {
    var all = [spelled].concat(others.map(tl.spell));
    all.forEach((word, i) => this.want("words", word.plain, begins && !i));
    this.later.push(() => {
      all.forEach((word, i) => {
        var keys = this.like(word, begins && !i);
        if (i) keys.forEach((worth, key) => worth < 1 && keys.delete(key));
        this.option(mask, keys, [tl.textsOf(keys)], i ? OTHERWISE : 1);
      });
      if (begins && tl.many("words", spelled.plain) && !this.options.some((option) => option.mask & mask)) this.idle |= mask;
    });
  };

  /* Words that are one key of the index, as they stand: another name of what is typed. */
  Query.prototype.instead = function (mask, name) {
    var words = name.split(" ");
    var text = words.length > 1 ? "~" + words.join("_") : name;
    this.want("words", tl.spell(text).plain, false);
    this.later.push(() => {
      var keys = tl.look("words", tl.spell(text).plain, false).filter((key) => key.text === text);
      this.option(mask, new Map(keys.map((key) => [key, 1])), words.map((word) => new Map([[word, 1]])), OTHERWISE);
    });
  };

  /* The keys of the pairs whose words are of the two sets. */
  Query.prototype.pair = function (plain, begins, sets) {
    return tl.look("pairs", plain, begins).filter((key) => {
      return key.text.split("_").every((word, i) => sets[i].has(word));
    });
  };

  /* That term `t` and the one before may stand side by side as these words; a word not given is any typed. */
  Query.prototype.neighbour = function (t, spelled, begins, words) {
    var plain = spelled.map((word) => word.plain).join("_");
    this.neighbours.push({ t: t, plain: plain, begins: begins, words: words });
    this.want("pairs", plain, begins);
  };

  /* Plain words, the last of them perhaps not typed to its end. */
  Query.prototype.run = function (text, open) {
    var said = tl.words(text).slice(0, tl.MOST_TERMS - this.terms.length);
    var last = said[said.length - 1];
    var first = this.terms.length;
    // One letter begins thousands of words, and says nothing yet.
    if (open && last && last.to === text.length && /^\D$/.test(last.word)) said.pop();
    var spelled = said.map((found) => tl.spell(this.loose ? tl.spell(found.word).plain : found.word));
    said.forEach((found, i) => {
      var begins = open && i === said.length - 1 && found.to === text.length;
      var mask = this.term(found.word, false);
      this.word(mask, spelled[i], begins, i ? tl.ordinals(spelled[i - 1], spelled[i]) : []);
      if (i) this.neighbour(first + i, [spelled[i - 1], spelled[i]], begins, []);
    });
    this.otherNames(spelled, first);
  };

})();
