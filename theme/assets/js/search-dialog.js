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

  tl.load = function (address) {
    return new Promise(function (done, failed) {
      var asked = tl.element("script", { src: new URL(address, document.baseURI).href });
      asked.async = false; // in the order in which they are asked for
      asked.onload = done;
      asked.onerror = failed;
      document.head.append(asked);
    });
  };

  /* Let the answers to what stands in `place.box` come into `place`. */
  tl.serve = function (place) {
    waiting = waiting || Promise.all(later.map(tl.load));
    waiting.then(function () {
      tl.answer(place);
    }, function () {
      place.said.textContent = "Không tải được phần tìm kiếm.";
    });
  };

  function made() {
    var place = {
      box: tl.element("input", {
        type: "text", name: "q", "data-search": "", "aria-label": "Tìm kiếm", placeholder: "Tên, nơi, đơn vị, ngày…",
        autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "search",
      }),
      said: tl.element("p", { class: "tl-search__said", role: "status" }),
      list: tl.element("ol", { class: "tl-search__answers", role: "list" }),
    };
    var close = tl.element("button", { type: "button" }, "Đóng");
    var form = tl.element("form", { class: "tl-search__form", role: "search" }, place.box, close);
    dialog = tl.element("dialog", { class: "tl-search", "aria-label": "Tìm kiếm" }, form, place.said, place.list);
    document.body.append(dialog);
    close.addEventListener("click", () => dialog.close());
    // A click beside it is a click on the dialog's own ground.
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("keydown", (event) => move(event, place));
    form.addEventListener("submit", function (event) {
      var first = place.list.querySelector("[data-answer]");
      event.preventDefault();
      if (first) first.click();
    });
    return place;
  }

  function open() {
    var place = !dialog && made();
    if (!dialog.open) dialog.showModal();
    var box = dialog.querySelector("[data-search]");
    box.focus();
    box.select();
    if (place) tl.serve(place);
  }

  /* The arrows go through the field and what is below it; a letter goes back to the field. */
  function move(event, place) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    var stops = [place.box].concat(Array.from(place.list.querySelectorAll("a")));
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
    var writing = event.target.closest("input, textarea, select, [contenteditable]");
    var slash = event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey;
    var k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (event.isComposing || !(slash || k)) return;
    event.preventDefault();
    open();
  }

  if (!opener) return;
  opener.addEventListener("click", open);
  document.addEventListener("keydown", key);
})();
