/*
 * From a fact to its sentence and back. Unfolds what is folded: further facts where there is room
 * beside the text and on paper, which gets its date, and the part of a seed that is no article when a
 * link points into it. Without this script both open by a click, and the way back is the browser's.
 */
(function () {
  "use strict";
  var came = null; // the link that led to a sentence
  var back = null; // the button that leads back to it

  function named() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (malformed) {
      return null; // an address cut short, such as #%E0%A4%A
    }
  }
  function unfold(target) {
    var folded = target.closest("details");
    if (folded && !folded.open) {
      folded.open = true;
      target.scrollIntoView({ block: "center" });
    }
  }
  /* So that Tab goes on from the sentence, and a screen reader reads it. */
  function enter(target) {
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }
  function offer(target) {
    if (back) back.remove();
    if (!came) return;
    back = document.createElement("button");
    back.type = "button";
    back.className = "tl-back";
    back.textContent = "Quay lại mục thông tin";
    back.addEventListener("click", leave);
    target.after(" ", back);
  }
  function leave() {
    if (!came) return;
    back.remove();
    came.scrollIntoView({ block: "center" });
    came.focus({ preventScroll: true });
    came = null;
  }
  function arrive() {
    var target = named();
    if (!target) return;
    unfold(target);
    if (!target.matches(".tl-sentence")) return;
    enter(target);
    offer(target);
  }
  function unfoldAll() {
    document.querySelectorAll("details[data-unfold]").forEach(function (part) {
      part.open = true;
    });
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-evidence]");
    came = link || came;
    // The address is there already, and does not change.
    if (link && link.hash === location.hash && link.pathname === location.pathname) arrive();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && back && event.target.matches(".tl-sentence, .tl-back")) leave();
  });
  addEventListener("hashchange", arrive);
  addEventListener("beforeprint", function () {
    unfoldAll();
    document.querySelectorAll("[data-printed]").forEach(function (line) {
      line.textContent = line.dataset.printed + " " + new Date().toLocaleDateString("vi-VN") + ".";
    });
  });
  if (matchMedia("(min-width: 60em)").matches) unfoldAll();
  arrive();
})();
