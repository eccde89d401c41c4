/*
 * Mark the words that led here. A hit of the search names them in the address: ?h=chính+phủ#cau-6.
 */
(function () {
  "use strict";
  var tl = self.tlSearch;
  var asked = new URLSearchParams(location.search).getAll("h").map(function (words) {
    return tl.words(words.normalize("NFC")).map(function (found) {
      return tl.spell(found.word);
    });
  });
  var page = document.querySelector(".tl-page");
  if (!asked.length || !page) return;

  function same(asked, found) {
    return found && tl.agree(asked, tl.spell(found.word), false) === 3;
  }

  /* Where the words stand in a text, the longest first where two begin together. */
  function places(text) {
    var words = tl.words(text);
    var found = [];
    for (var at = 0; at < words.length; at++) {
      var hits = asked.filter(function (name) {
        return name.length && name.every(function (word, i) {
          return same(word, words[at + i]);
        });
      });
      if (!hits.length) continue;
      var length = Math.max.apply(null, hits.map(function (name) { return name.length; }));
      found.push([words[at].from, words[at + length - 1].to]);
      at += length - 1;
    }
    return found;
  }

  function mark(node) {
    places(node.data).reverse().forEach(function (place) {
      var range = document.createRange();
      range.setStart(node, place[0]);
      range.setEnd(node, place[1]);
      range.surroundContents(document.createElement("mark"));
    });
  }

  // Controls are no text, and filters.js writes in theirs; the rest repeats what other pages say.
  var OUTSIDE = "script, style, svg, title, form, button, label, summary, nav, [data-search-exclude], .tl-axis";
  var texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  var nodes = [];
  while (texts.nextNode()) {
    if (!texts.currentNode.parentNode.closest(OUTSIDE)) nodes.push(texts.currentNode);
  }
  nodes.forEach(mark);
})();
