/*
 * The index that the build wrote, of which only the pieces are loaded that a query needs. Keys are
 * found by their letters without diacritics (search/pieces.py).
 */
(function () {
  "use strict";
  var tl = self.tlSearch;
  var MOST = 8; // pieces; what more words than these begin with says nothing yet
  var ends = new Uint8Array(128);
  var before = new Uint8Array(128);

  /* The numbers of a written list, ascending. */
  function ascending(written) {
    var first = tl.head.letters[0].length;
    var second = tl.head.letters[1].length;
    var found = [];
    for (var i = 0, high = 0, last = -1; i < written.length; i++) {
      var code = written.charCodeAt(i);
      if (ends[code]) {
        found.push((last += high * first + ends[code]));
        high = 0;
      } else {
        high = high * second + before[code];
      }
    }
    return found;
  }

  /* One key and its lists: of all entries that have it, and of those that have it in their facts. */
  function Key(text, written) {
    this.text = text;
    this.written = written;
    this.read = [];
  }

  Key.prototype.entries = function (list) {
    if (!this.read[list]) this.read[list] = this.written[list] ? ascending(this.written[list]) : [];
    return this.read[list];
  };

  Key.prototype.spelled = function () {
    if (!this.word) this.word = tl.spell(this.text);
    return this.word;
  };

  /* A piece holds many keys of which a query wants one or two: no other is made. */
  function Piece(data) {
    this.texts = data.keys ? data.keys.split(" ") : [];
    this.lists = data.in.split(" ");
    this.facts = Object.keys(data.of).map((list) => {
      return { list: list, places: ascending(data.of[list][0]), written: data.of[list][1].split(" ") };
    });
    this.plain = [];
    this.keys = [];
  }

  Piece.prototype.plainAt = function (place) {
    if (this.plain[place] === undefined) this.plain[place] = tl.spell(this.texts[place]).plain;
    return this.plain[place];
  };

  Piece.prototype.key = function (place) {
    if (!this.keys[place]) {
      var written = [this.lists[place]];
      this.facts.forEach((one) => {
        var at = one.places.indexOf(place);
        if (at >= 0) written[one.list] = one.written[at];
      });
      this.keys[place] = new Key(this.texts[place], written);
    }
    return this.keys[place];
  };

  /* Put the keys that are `plain`, or begin so, into `found`. */
  Piece.prototype.find = function (plain, begins, found) {
    for (var from = 0, to = this.texts.length; from < to; ) {
      var middle = (from + to) >> 1;
      if (this.plainAt(middle) < plain) from = middle + 1;
      else to = middle;
    }
    for (; from < this.texts.length; from++) {
      if (begins ? !this.plainAt(from).startsWith(plain) : this.plainAt(from) !== plain) return;
      found.push(this.key(from));
    }
  };

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
      if (!tl.pieces[table][n]) loads.push(tl.fetch(table + "/" + n, (data) => (tl.pieces[table][n] = new Piece(data))));
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
      if (tl.pieces[table][n]) tl.pieces[table][n].find(plain, begins && !place.many, found);
    }
    return found;
  };

  tl.listed = ascending;
})();
