/*
 * The search dialog: the button, "/" and Ctrl-K open it. It is made when it is first asked for, and
 * what answers in it (data-later of this script) is fetched then; what is typed meanwhile waits.
 */
(function () {
  "use strict";
  var tl = (self.tlSearch = self.tlSearch || {});
  var script = document.currentScript;
  var later = (script.dataset.later || "").split(" ").filter(Boolean);
  var opener = document.querySelector("[data-search-open]");
  var results = document.querySelector("[data-results]");
  var dialog;
  var waiting;
  tl.root = new URL("../../", script.src).href;

  /* An element with attributes and what it holds: elements, or text that is never markup. */
  tl.element = function (name, attributes, ...within) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (key) {
      made.setAttribute(key, attributes[key]);
    });
    made.append(...within);
    return made;
  };

  /* A number as Vietnamese writes it: "1.582". */
  tl.number = (number) => number.toLocaleString("vi-VN");

  tl.failed = "Không tải được dữ liệu tìm kiếm. Mời thử lại.";

  tl.load = function (address) {
    return new Promise(function (done, failed) {
      var asked = tl.element("script", { src: new URL(address, document.baseURI).href });
      asked.async = false; // in the order in which they are asked for
      asked.onload = done;
      asked.onerror = failed;
      document.head.append(asked);
    });
  };

  function made() {
    var name = opener.textContent.trim();
    var place = {
      box: tl.element("input", {
        type: "text", name: "q", "data-search": "", "aria-label": name, placeholder: opener.dataset.hint,
        autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "search",
      }),
      said: tl.element("p", { class: "tl-search__said", role: "status" }),
      list: tl.element("ol", { class: "tl-search__answers", role: "list" }),
      more: tl.element("a", { class: "tl-search__more", href: tl.root + "tim-kiem.html", hidden: "" }),
    };
    var close = tl.element("button", { type: "button" }, "Đóng");
    var form = tl.element("form", { class: "tl-search__form", role: "search", action: tl.root + "tim-kiem.html" }, place.box, close);
    dialog = tl.element("dialog", { class: "tl-search", "aria-label": name }, form, place.said, place.list, place.more);
    document.body.append(dialog);
    close.addEventListener("click", () => dialog.close());
    // A click beside it is a click on the dialog's own ground.
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("keydown", (event) => move(event, place));
    return place;
  }

  /* The page of results has a field of its own. */
  function open() {
    var place = !dialog && !results && made();
    if (dialog && !dialog.open) dialog.showModal();
    var box = document.querySelector("[data-search]");
    box.focus();
    box.select();
    if (place) answer(place.said, () => tl.answer(place));
  }

  /* Once what answers is there, `begin`; where it cannot be had, say so in `said`. */
  function answer(said, begin) {
    waiting = waiting || Promise.all([...later, tl.root + "search/index.js"].map(tl.load));
    waiting.then(begin, function () {
      said.textContent = "Không tải được phần tìm kiếm.";
    });
  }

  /* The arrows go through the field and what is below it; a letter goes back to the field. */
  function move(event, place) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    var stops = [place.box, ...place.list.querySelectorAll("a"), place.more].filter((stop) => !stop.hidden);
    var at = stops.indexOf(document.activeElement);
    var to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (at >= 0 && to !== undefined) {
      event.preventDefault();
      if (stops[to]) stops[to].focus();
    } else if (at > 0 && (event.key.length === 1 && event.key !== " " || event.key === "Backspace")) {
      place.box.focus();
    }
  }

  function key(event) {
    if (event.isComposing || !event.key) return; // the browser's own filling in has none
    var writing = event.target.closest("input, textarea, select, [contenteditable]");
    var slash = event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey;
    var k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!slash && !k) return;
    event.preventDefault();
    open();
  }

  if (results) answer(results.querySelector("[role=status]"), () => tl.results(results));
  if (!opener) return;
  opener.setAttribute("aria-keyshortcuts", "/ Control+K");
  opener.setAttribute("aria-haspopup", "dialog");
  opener.addEventListener("click", function (event) {
    // In a tab of its own it is a link as others.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", key);
})();
