/*
 * Beside the link that reports an error in an article, one for each fact of its panel: the form is
 * filled in with the name of the fact and the words that it stands on. Without this script the one
 * link is there, and readers fill in the rest.
 */
(function () {
  "use strict";
  var whole = document.querySelector("a[data-report]");
  if (!whole) return;
  function link(fact) {
    var made = document.createElement("a");
    var words = fact.querySelector("dd > .tl-quoted a");
    var quote = words ? words.textContent.replace(/^“|”$/g, "").slice(0, 300) : "";
    made.textContent = fact.querySelector("dt").firstChild.textContent.trim();
    made.rel = "noopener";
    made.href =
      whole.href +
      "&field=" +
      encodeURIComponent(made.textContent) +
      "&quote=" +
      encodeURIComponent(quote);
    return made;
  }
  var list = document.createElement("ul");
  document.querySelectorAll("[data-field]").forEach(function (fact) {
    var item = document.createElement("li");
    item.append(link(fact));
    list.append(item);
  });
  whole.nextSibling.textContent = ", hoặc ở riêng một mục:";
  whole.parentNode.after(list);
})();
