/*
 * Words that stand for others: "CNTT" for "công nghệ thông tin", "smart city" for "đô thị thông minh",
 * "XXII" for "22"; and what is typed as a whole may be the name of a page. They bring options that meet
 * all of the others' terms at once.
 */
(function () {
  "use strict";
  var tl = self.tlSearch;
  var Query = tl.Query;
  var ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv xxvi xxvii xxviii xxix xxx".split(" ");
  var ORDINAL = "một|nhất hai|nhì ba tư|bốn năm sáu bảy tám chín mười".split(" ").map((words) => words.split("|"));

  /* "lần thứ 22" is "lần thứ XXII", "thứ tám" is "thứ 8". */
  tl.ordinals = function (before, word) {
    if (!/^(thu|lan|ky)$/.test(before.plain)) return [];
    var number = Number(word.plain) || ROMAN.indexOf(word.plain) + 1;
    ORDINAL.forEach((names, i) => {
      if (names.some((name) => tl.agree(word, tl.spell(name), false))) number = number || i + 1;
    });
    var all = [String(number), ROMAN[number - 1]].concat(ORDINAL[number - 1] || []);
    return number ? all.filter((name) => name && name !== word.plain) : [];
  };

  /* Where a sequence stands that others stand for, take them too; the longest first. */
  Query.prototype.otherNames = function (spelled, first) {
    var found = [];
    function look(name, leads) {
      for (var at = 0; at + name.length <= spelled.length; at++) {
        if (name.every((word, i) => tl.agree(spelled[at + i], word, false))) {
          found.push({ at: at, size: name.length, leads: leads });
        }
      }
    }
    named().forEach((one) => look(one.words, one.leads));
    found.sort((a, b) => b.size - a.size);
    var taken = new Map();
    found.forEach((hit) => {
      for (var i = hit.at; i < hit.at + hit.size; i++) {
        var longer = taken.get(i);
        if (longer && (longer.at !== hit.at || longer.size !== hit.size)) return;
      }
      var mask = 0;
      for (i = hit.at; i < hit.at + hit.size; i++) {
        taken.set(i, hit);
        mask |= 1 << (first + i);
      }
      var after = hit.at + hit.size;
      hit.leads.forEach((name) => {
        var words = name.split(" ");
        var last = words[words.length - 1];
        this.instead(mask, name);
        if (hit.at) this.neighbour(first + hit.at, [spelled[hit.at - 1], tl.spell(words[0])], false, [null, words[0]]);
        if (spelled[after]) this.neighbour(first + after, [tl.spell(last), spelled[after]], false, [last, null]);
      });
    });
  };

  /* Each name that stands for others: {words, leads}. */
  function named() {
    if (tl.named) return tl.named;
    var head = tl.head;
    var split = (name) => name.split(" ").map(tl.spell);
    tl.named = head.alike.flatMap((group) => {
      return group.map((name) => ({ words: split(name), leads: group.filter((other) => other !== name) }));
    });
    Object.keys(head.others).forEach((name) => {
      var label = head.others[name];
      var group = head.alike.find((names) => names.includes(label)) || [label];
      tl.named.push({ words: split(name), leads: group });
    });
    return tl.named;
  }

  /* All that is typed is the name of a page: who asks for a body finds its page first. */
  Query.prototype.page = function (text) {
    var spelled = tl.words(text).map((found) => tl.spell(found.word));
    var plain = "=" + spelled.map((word) => word.plain).join("_");
    this.pages = new Set();
    if (!spelled.length || this.loose) return;
    this.want("words", plain, false);
    this.later.push(() => {
      tl.look("words", plain, false).forEach((key) => {
        var words = key.text.slice(1).split("_");
        if (!words.every((word, i) => tl.agree(spelled[i], tl.spell(word), false))) return;
        key.entries(0).forEach((entry) => this.pages.add(entry));
      });
    });
  };

})();
