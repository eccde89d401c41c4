/*
 * Before anything is drawn: there is script, and the light is the reader's choice, else the system's
 * (where nothing may be stored, as in a private window, too). light.js has the switch,
 * embedded.js what becomes of a page in a frame.
 * Stands in each page (build/egov_timeline/site/policy.py).
 */
(function (page, body, light) {
  try { light = localStorage.getItem("tl-light") } catch (refused) {}
  var dark = light ? light === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  page.className = "js";
  if (/[?&]nhung\b/.test(location.search)) page.dataset.embedded = "";
  page.style.colorScheme = dark ? "dark" : "light";
  body.dataset.mdColorScheme = dark ? "slate" : "default";
})(document.documentElement, document.body);
