/* Evidence may stand in the part that is folded away: unfold it when a link points there. */
(function () {
  "use strict";
  function reveal() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    var folded = target && target.closest("details");
    if (folded && !folded.open) {
      folded.open = true;
      target.scrollIntoView({ block: "center" });
    }
  }
  addEventListener("hashchange", reveal);
  reveal();
})();
