/*
 * Material's script drives the search dialog and nothing else on these pages. It is fetched, with
 * what must stand before it, when a reader first asks for search; until then a page has no weight
 * of it. Addresses stand in data-later, in order.
 */
(function () {
  "use strict";
  var later = document.currentScript.dataset.later.split(" ");
  var box = document.querySelector("[data-md-component=search-query]");
  var opened = document.getElementById("__search");
  if (!box || !opened) return;

  function load() {
    later.splice(0).forEach(function (address) {
      var script = document.createElement("script");
      script.src = address;
      script.async = false;
      document.body.appendChild(script);
    });
  }
  function open() {
    load();
    if (opened.checked) box.focus();
  }
  /* The keys that Material itself listens to once it is there. */
  function key(event) {
    var plain = !(event.ctrlKey || event.metaKey || event.altKey);
    var writing = event.target.closest("input, textarea, select, [contenteditable]");
    if (!later.length || writing || !plain || !/^[fs/]$/.test(event.key)) return;
    event.preventDefault();
    box.focus();
  }

  box.addEventListener("focus", load);
  opened.addEventListener("change", open);
  document.addEventListener("keydown", key);
  if (/[?&]q=/.test(location.search)) load();
})();
