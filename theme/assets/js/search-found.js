/* What the index tells of each entry: which terms it meets, in which lists, and which of them side by side. */
(function () {
  "use strict";
  var tl = self.tlSearch;

  var Found = (tl.Found = function (query) {
    var size = tl.head.size;
    var masks = () => tl.WEIGHTS.map((_, list) => (list ? new Uint32Array(size) : null));
    this.query = query;
    this.worth = query.terms.map(() => new Float32Array(size)); // how well an entry meets a term
    this.met = query.terms.map(() => []); // the entries that meet it
    this.masks = masks(); // the terms that stand in each list of facts
    this.typed = masks(); // those that stand there as they were typed
    this.beside = masks(); // those that stand there after the term before
    this.beside[0] = new Uint32Array(size); // or anywhere
    this.facts = new Uint8Array(size); // 1: facts of it answer; of most entries only the text does
    this.known = 0; // the terms of which the index knows what stands before them
  });

  Found.prototype.meet = function (mask, worth, entries) {
    for (var t = 0, rest = mask; rest; rest >>>= 1, t++) {
      if (!(rest & 1)) continue;
      var of = this.worth[t];
      var met = this.met[t];
      for (var i = 0, entry; i < entries.length; i++) {
        entry = entries[i];
        if (!of[entry]) met.push(entry);
        if (of[entry] < worth) of[entry] = worth;
      }
    }
  };

  Found.prototype.mark = function (array, mask, entries, list) {
    for (var i = 0; i < entries.length; i++) array[entries[i]] |= mask;
    for (i = 0; list && i < entries.length; i++) this.facts[entries[i]] = 1;
  };

  Found.prototype.option = function (option) {
    var inner = option.mask & (option.mask << 1); // terms that the option meets beside the one before
    option.keys.forEach((worth, key) => {
      this.meet(option.mask, worth * option.worth, key.entries(0));
      if (inner) this.mark(this.beside[0], inner, key.entries(0), 0);
      for (var list = 1; list < tl.WEIGHTS.length; list++) {
        if (!key.written[list]) continue;
        this.mark(this.masks[list], option.mask, key.entries(list), list);
        if (option.worth === 1) this.mark(this.typed[list], option.mask, key.entries(list), list);
        if (inner) this.mark(this.beside[list], inner, key.entries(list), list);
      }
    });
    if (option.all) this.meet(option.mask, 1, tl.inOrder(option));
    if (option.all && option.pairs.length === 1 && option.pairs[0].length) this.query.strict &= ~option.mask;
  };

  /* Terms that stand side by side as typed, wherever the index tells of pairs. */
  Found.prototype.neighbours = function () {
    var query = this.query;
    query.neighbours.forEach((pair) => {
      var sets = [0, 1].map((i) => new Set(pair.words[i] ? [pair.words[i]] : typed(query, pair.t - 1 + i)));
      query.pair(pair.plain, pair.begins, sets).forEach((key) => {
        this.known |= 1 << pair.t;
        tl.WEIGHTS.forEach((_, list) => {
          if (!list || key.written[list]) this.mark(this.beside[list], 1 << pair.t, key.entries(list), list);
        });
      });
    });
  };

  /* The words that meet term `t` by itself. */
  function typed(query, t) {
    var options = query.options.filter((option) => option.mask === 1 << t);
    return options.flatMap((option) => [...option.keys.keys()].map((key) => key.text));
  }
})();
