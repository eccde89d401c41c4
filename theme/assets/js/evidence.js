/*
 * Unfold what is folded: further facts where there is room beside the text, and the part of a seed
 * that is no article when a link points into it. Without this script both open by a click.
 */
(function () {
  "use strict";
  function named() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (malformed) {
      return null; // an address cut short, such as #%E0%A4%A
    }
  }
  function reveal() {
    var target = named();
    var folded = target && target.closest("details");
    if (folded && !folded.open) {
      folded.open = true;
      target.scrollIntoView({ block: "center" });
    }
  }
  if (matchMedia("(min-width: 60em)").matches) {
    document.querySelectorAll("details[data-unfold]").forEach(function (part) {
      part.open = true;
    });
  }
  addEventListener("hashchange", reveal);
  reveal();
})();
