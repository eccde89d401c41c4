/* The index that the build wrote: which entries a word stands in, and which words belong together. */
(function () {
  "use strict";
  var tl = self.tlSearch;
  var ends = new Uint8Array(128);
  var before = new Uint8Array(128);
  // No pair of numbers below this gives the same key as another.
  var PAIR = 1 << 24;

  function letters(sets) {
    for (var i = 0; i < sets[0].length; i++) ends[sets[0].charCodeAt(i)] = i + 1;
    for (i = 0; i < sets[1].length; i++) before[sets[1].charCodeAt(i)] = i + 1;
    letters.base = sets[0].length;
    letters.more = sets[1].length;
  }

  function numbers(written, visit) {
    var high = 0;
    for (var i = 0; i < written.length; i++) {
      var code = written.charCodeAt(i);
      if (ends[code]) {
        visit(high * letters.base + ends[code] - 1);
        high = 0;
      } else {
        high = high * letters.more + before[code];
      }
    }
  }

  /* Call `visit` with each entry of a written list. */
  tl.each = function (written, visit) {
    var last = -1;
    numbers(written, function (gap) {
      last += gap + 1;
      visit(last);
    });
  };

  function Index(data) {
    letters(data.letters);
    this.words = data.words.split(" ");
    this.ids = new Map();
    this.spelled = this.words.map(tl.spell);
    this.byPlain = new Map();
    this.lists = data.in.split(" ");
    this.beside = data.beside.split(" ");
    this.pairs = new Map();
    this.entries = data.entries.map(entry);
    this.fields = data.fields;
    this.texts = new Map();
    data.bare.forEach((place) => this.texts.set(this.entries[place].path, { sentences: [] }));
    this.alike = data.alike.map(function (group) {
      return group.map(function (name) {
        return name.split(" ").map(tl.spell);
      });
    });
    this.words.forEach(function (word, id) {
      var plain = this.spelled[id].plain;
      this.ids.set(word, id);
      if (!this.byPlain.has(plain)) this.byPlain.set(plain, []);
      this.byPlain.get(plain).push(id);
    }, this);
    var ids = [];
    numbers(data.pairs, ids.push.bind(ids));
    for (var i = 0; i < ids.length; i += 2) this.pairs.set(ids[i] * PAIR + ids[i + 1], i / 2);
  }

  function entry(row) {
    return {
      path: row[0],
      other: !row[0].startsWith("bai-viet/"),
      title: row[1],
      days: tl.spans(row[2] || ""),
      names: row[3] || [],
      when: row[4] || [],
      place: row[5] || [],
      bodies: row[6] || [],
      themes: row[7] || [],
    };
  }

  /* The ids of the words that answer to what is asked, each with how well. */
  Index.prototype.like = function (asked, begins) {
    var found = new Map();
    var ids = begins ? this.spelled.keys() : this.byPlain.get(asked.plain) || [];
    for (var id of ids) {
      var agreed = tl.agree(asked, this.spelled[id], begins);
      if (agreed) found.set(id, agreed);
    }
    return found;
  };

  /* The ids of the words one letter away. */
  Index.prototype.nearly = function (asked) {
    var found = new Map();
    this.spelled.forEach(function (word, id) {
      if (tl.near(asked.plain, word.plain)) found.set(id, 1);
    });
    return found;
  };

  /* The entries in which two words stand side by side, or "" where the index does not tell. */
  Index.prototype.together = function (first, second) {
    var place = this.pairs.get(first * PAIR + second);
    return place === undefined ? "" : this.beside[place];
  };

  /* The ids of the words of `text`, in order; -1 for what no entry has. */
  Index.prototype.idsOf = function (text) {
    var ids = this.ids;
    return tl.words(text.normalize("NFC")).map(function (found) {
      var id = ids.get(found.word.toLowerCase());
      return id === undefined ? -1 : id;
    });
  };

  /* The entries by the words of their facts. */
  Index.prototype.factsWith = function () {
    if (this.facts) return this.facts;
    this.facts = new Map();
    this.entries.forEach((entry, place) => {
      new Set(tl.factIds(this, entry).flatMap((string) => string[1])).forEach((id) => {
        if (this.facts.has(id)) this.facts.get(id).push(place);
        else this.facts.set(id, [place]);
      });
    });
    return this.facts;
  };

  tl.open = function (data) {
    tl.index = new Index(data);
  };

  tl.read = function (path, text) {
    tl.index.texts.set(path, text);
  };
})();
