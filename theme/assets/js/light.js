/*
 * The light switch. Until a reader has used it, the system's light is followed, also while a page is
 * open; what the reader chose is kept, and holds on all pages.
 */
(function () {
  "use strict";
  var KEY = "tl-light";
  var button = document.querySelector("[data-light]");
  var system = matchMedia("(prefers-color-scheme: dark)");
  if (!button) throw new Error("light.js: no [data-light] in the page");

  function isDark() {
    return document.body.getAttribute("data-md-color-scheme") === "slate";
  }
  function chosen() {
    try {
      return localStorage.getItem(KEY);
    } catch (refused) {
      return null; // as in a private window
    }
  }
  function show(dark) {
    document.body.setAttribute("data-md-color-scheme", dark ? "slate" : "default");
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
    tell();
  }
  function tell() {
    button.setAttribute("aria-pressed", String(isDark()));
    var paper = getComputedStyle(document.body).getPropertyValue("--tl-paper").trim();
    document.querySelectorAll("meta[name=theme-color]").forEach(function (meta) {
      meta.content = paper;
    });
  }

  button.addEventListener("click", function () {
    var dark = !isDark();
    try {
      localStorage.setItem(KEY, dark ? "dark" : "light");
    } catch (refused) {
      // It holds for this page only.
    }
    show(dark);
  });
  system.addEventListener("change", function (event) {
    if (!chosen()) show(event.matches);
  });
  tell();
})();
