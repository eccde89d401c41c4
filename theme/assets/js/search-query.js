/*
 * What a reader's words ask for: cut at quotation marks and dates into terms, and loaded. A loose query is
 * for what is only nearly found: it forgets diacritics, quotation marks and dates, and forgives a letter.
 */
(function () {
  "use strict";
  var tl = self.tlSearch;

  tl.Query.prototype.date = function (date, said) {
    if (this.terms.length >= tl.MOST_TERMS) return;
    var mask = this.term(said, false);
    var key = tl.dateKey(date);
    this.want("words", key, false);
    if (!date.month) this.want("words", String(date.year), false);
    this.later.push(() => {
      var keys = tl.look("words", key, false).concat(date.month ? [] : tl.look("words", String(date.year), false));
      this.option(mask, new Map(keys.map((found) => [found, 1])), []);
      tl.written(date).forEach((words) => {
        this.options.push({ mask: mask, keys: new Map(), steps: words.map((word) => new Map([[word, 1]])), worth: 1 });
      });
    });
  };

  function dated(query, text, open) {
    var date = query.loose ? null : tl.dateIn(text);
    if (!date) return query.run(text, open);
    query.run(text.slice(0, date.from), false);
    query.date(date, text.slice(date.from, date.to));
    dated(query, text.slice(date.to), open);
  }

  /*
   * What `text` asks for, when all is there that it takes to tell. `loose` forgets diacritics,
   * quotation marks and dates, and forgives a letter, for what is only nearly found.
   */
  tl.ask = function (text, loose) {
    var query = new tl.Query(loose);
    var said = text.normalize("NFC").replace(/[“”„«»]/g, '"');
    query.marked = !loose && tl.words(said).some((found) => tl.marked(tl.spell(found.word)));
    said.split('"').forEach(function (part, i, parts) {
      var last = i === parts.length - 1;
      if (i % 2 && !loose) query.phrase(part, last);
      else dated(query, part, last);
    });
    if (!said.includes('"')) query.page(said);
    return loaded(query).then(() => (loose ? forgiving(query) : null)).then(() => {
      query.full = (Math.pow(2, query.terms.length) - 1) & ~query.idle;
      return query;
    });
  };

  function loaded(query) {
    var loads = query.wanted.map((one) => tl.need(...one)).filter(Boolean);
    query.wanted = [];
    return Promise.all(loads).then(() => query.later.splice(0).forEach((then) => then()));
  }

  /* A word that nothing is like may be one with a letter that is wrong, missing or too many. */
  function forgiving(query) {
    var met = query.options.reduce((mask, option) => mask | option.mask, 0);
    var lost = query.terms.map((term, t) => [t, tl.spell(term.said).plain]);
    lost = lost.filter((one) => !(met & (1 << one[0])) && one[1].length > 3);
    if (!lost.length) return null;
    return tl.extra("spellings").then((spellings) => {
      lost.forEach((one) => {
        var near = spellings.split(" ").filter((plain) => tl.near(one[1], plain)).slice(0, 6);
        near.forEach((plain) => query.word(1 << one[0], tl.spell(plain), false, []));
      });
      return loaded(query);
    });
  }
})();
