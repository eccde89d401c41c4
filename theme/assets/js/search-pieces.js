/*
 * The index that the build wrote, of which only the pieces are loaded that a query needs. Keys are
 * found by their letters without diacritics (search/pieces.py).
 */
(function () {
  "use strict";
  var tl = self.tlSearch;
  var MOST = 6; // pieces; what more words than these begin with says nothing yet
  var ends = new Uint8Array(128);
  var before = new Uint8Array(128);

  function numbers(written, visit) {
    var letters = tl.head.letters;
    for (var i = 0, high = 0; i < written.length; i++) {
      var code = written.charCodeAt(i);
      if (ends[code]) {
        visit(high * letters[0].length + ends[code] - 1);
        high = 0;
      } else {
        high = high * letters[1].length + before[code];
      }
    }
  }

  /* The numbers of a written list, ascending. */
  function ascending(written) {
    var found = [];
    var last = -1;
    numbers(written, (gap) => found.push((last += gap + 1)));
    return found;
  }

  /* One key and its lists: of all entries that have it, and of those that have it in their facts. */
  function Key(text, written) {
    this.text = text;
    this.spelled = /^[#=~]/.test(text) ? null : text.split("_").map(tl.spell);
    this.plain = tl.spell(text).plain;
    this.written = [written];
    this.read = [];
  }

  Key.prototype.entries = function (list) {
    if (!this.read[list]) this.read[list] = this.written[list] ? ascending(this.written[list]) : [];
    return this.read[list];
  };

  function keys(data) {
    var lists = data.in.split(" ");
    var found = data.keys ? data.keys.split(" ").map((text, i) => new Key(text, lists[i])) : [];
    Object.keys(data.of).forEach((list) => {
      var written = data.of[list][1].split(" ");
      ascending(data.of[list][0]).forEach((place, i) => (found[place].written[list] = written[i]));
    });
    return found;
  }

  tl.open = function (head) {
    tl.head = head;
    [ends, before].forEach((codes, set) => {
      for (var i = 0; i < head.letters[set].length; i++) codes[head.letters[set].charCodeAt(i)] = i + 1;
    });
    tl.pieces = { words: [], pairs: [] };
    tl.rows = [];
  };

  /* The numbers of the pieces with the keys that begin with `plain`, or that are it. */
  function places(table, plain, begins) {
    var firsts = tl.head.pieces[table];
    var from = firsts.length - 1;
    while (from && firsts[from] > plain) from--;
    var to = from + 1;
    while (begins && to < firsts.length && firsts[to].startsWith(plain)) to++;
    return { from: from, to: to, many: to - from > MOST };
  }

  /* Load what `look` will look into: a promise, or null where all is there. */
  tl.need = function (table, plain, begins) {
    var place = places(table, plain, begins);
    var last = place.many ? place.from + 1 : place.to;
    var loads = [];
    for (let n = place.from; n < last; n++) {
      if (!tl.pieces[table][n]) loads.push(tl.fetch(table + "/" + n, (data) => (tl.pieces[table][n] = keys(data))));
    }
    return loads.length ? Promise.all(loads) : null;
  };

  /* Whether so many keys begin with `plain` that they are not loaded. */
  tl.many = function (table, plain) {
    return places(table, plain, true).many;
  };

  /* The keys that are `plain` without diacritics, or begin so; too many are none. */
  tl.look = function (table, plain, begins) {
    var place = places(table, plain, begins);
    var found = [];
    for (var n = place.from; n < (place.many ? place.from + 1 : place.to); n++) {
      (tl.pieces[table][n] || []).forEach((key) => {
        if (begins && !place.many ? key.plain.startsWith(plain) : key.plain === plain) found.push(key);
      });
    }
    return found;
  };

  tl.listed = ascending;
})();
