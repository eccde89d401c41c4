/*
 * Words as readers type them and as the press spells them. What is typed must be there; what is
 * left out may be anything: "chinh" finds "chính", "điên" finds "điện", "phở" never finds "phố".
 * A tone belongs to its syllable, so that "hoá" and "hóa" are one word.
 */
(function () {
  "use strict";
  var tl = (self.tlSearch = self.tlSearch || {});
  var WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}]|[\u0300-\u036f])*/gu;
  var TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
  var MARK = /[\u0300-\u036f]/g;
  var ASCII = /^[\0-\x7f]*$/;

  /* Each word of `text` with its place: {word, from, to}. */
  tl.words = function (text) {
    var found = [];
    WORD.lastIndex = 0;
    for (var hit; (hit = WORD.exec(text)); ) {
      found.push({ word: hit[0], from: hit.index, to: WORD.lastIndex });
    }
    return found;
  };

  /* A word as {plain: "dien", shape: "điên", tone: the mark of "ệ"}. */
  tl.spell = function (word) {
    var small = word.toLowerCase();
    if (ASCII.test(small)) return { plain: small, shape: small, tone: "" };
    // Some sites write Đ as Ð.
    var apart = small.normalize("NFD").replace(/ð/g, "đ");
    var shape = apart.replace(TONE, "").normalize("NFC");
    return {
      plain: apart.replace(MARK, "").replace(/đ/g, "d"),
      shape: shape,
      tone: (apart.match(TONE) || []).join(""),
    };
  };

  /* Whether anything is typed that letters of a plain keyboard lack. */
  tl.marked = function (asked) {
    return asked.tone !== "" || asked.shape !== asked.plain;
  };

  /* 3: the same word; 2: one that has all that was asked for; 1: one that begins so; 0: another. */
  tl.agree = function (asked, word, begins) {
    var length = asked.plain.length;
    if (begins ? !word.plain.startsWith(asked.plain) : word.plain !== asked.plain) return 0;
    if (asked.tone && asked.tone !== word.tone) return 0;
    for (var i = 0; i < length; i++) {
      if (asked.shape[i] !== asked.plain[i] && asked.shape[i] !== word.shape[i]) return 0;
    }
    if (word.plain.length > length) return 1;
    return asked.shape === word.shape && asked.tone === word.tone ? 3 : 2;
  };

  /* Whether two words differ by one letter: typed twice, left out, or another. */
  tl.near = function (one, other) {
    var from = 0;
    var end = 0;
    var least = Math.min(one.length, other.length);
    if (Math.abs(one.length - other.length) > 1) return false;
    while (from < least && one[from] === other[from]) from++;
    while (end < least - from && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
    return Math.max(one.length, other.length) - from - end <= 1;
  };
})();
