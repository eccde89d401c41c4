/*
 * How the entries are shown: cards or lines (the style sheet does it), in either order, and among lines
 * each year folded or not. What a reader chose holds on all pages, the order also stands in the address
 * (?thu-tu=moi-nhat); folding holds for this page. "tl:view" tells other scripts.
 */
(function () {
  "use strict";
  const KEY = "tl-view";
  const [ORDER, NEWEST] = ["thu-tu", "moi-nhat"];
  const boxes = [...document.querySelectorAll("[data-view]")];
  const order = document.querySelector("[data-newest]");
  const fold = document.querySelector("[data-fold]");
  if (!boxes.length) return;
  const years = [...document.querySelectorAll(".tl-timeline > .tl-year")];
  const inside = (year) => year.querySelector(".tl-year__events");
  const isLines = () => boxes.find((box) => box.dataset.view === "lines").checked;
  const elsewhere = document.querySelector("[data-matches]");
  let folded = false;
  let newest = false;

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEY)) || {};
    } catch (refused) {
      return {};
    }
  }
  function keep(change) {
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...kept(), ...change }));
    } catch (refused) {
      // It holds for this page only.
    }
  }

  /* A button says what it does: the other words stand for the way back. */
  function turn(button) {
    [button.textContent, button.dataset.other] = [button.dataset.other, button.textContent];
  }
  function tell(turned) {
    document.dispatchEvent(new CustomEvent("tl:view", { detail: { newest, folded, turned } }));
  }

  /* The year's own name folds it; what is folded is still found by the browser, where it can. */
  function set(year, close) {
    if (close) inside(year).setAttribute("hidden", "until-found");
    else inside(year).removeAttribute("hidden");
    const button = year.querySelector(".tl-year__fold");
    if (button) button.setAttribute("aria-expanded", String(!close));
  }
  function offer() {
    years.forEach((year) => {
      const label = year.querySelector(".tl-year__label");
      const button = label.querySelector(".tl-year__fold");
      if (isLines() && !button) {
        const made = Object.assign(document.createElement("button"), { type: "button", className: "tl-year__fold" });
        made.append(...label.childNodes);
        made.setAttribute("aria-expanded", "true");
        label.append(made);
      }
      if (!isLines() && button) {
        set(year, false);
        button.replaceWith(...button.childNodes);
      }
    });
  }
  function foldAll(close) {
    folded = close;
    turn(fold);
    if (!elsewhere) years.forEach((year) => set(year, close));
    tell(true);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".tl-year__fold");
    if (button) set(button.closest(".tl-year"), button.getAttribute("aria-expanded") === "true");
  });
  document.addEventListener("beforematch", (event) => set(event.target.closest(".tl-year"), false));
  boxes.forEach((box) => box.addEventListener("change", () => {
    keep({ view: box.dataset.view });
    if (!isLines() && folded) foldAll(false);
    if (!elsewhere) offer();
    tell(false);
  }));
  order.addEventListener("click", () => {
    newest = !newest;
    turn(order);
    keep({ newest });
    self.tlAddress.write(new Map([[ORDER, newest ? [NEWEST] : []]]), "replaceState");
    tell(false);
  });
  fold.addEventListener("click", () => foldAll(!folded));

  /* A link to an entry opens the year that holds it, and the entry is where it was before the change. */
  function reveal() {
    const target = document.getElementById(location.hash.slice(1));
    const list = target && target.closest(".tl-year__events[hidden]");
    if (list) set(list.closest(".tl-year"), false);
    if (target) target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);

  const chosen = kept();
  // A browser that comes back to a page may have ticked what was ticked before.
  const box = boxes.find((each) => each.dataset.view === chosen.view) || boxes.find((each) => each.defaultChecked);
  const before = isLines();
  box.checked = true;
  if (chosen.newest || self.tlAddress.of(ORDER).includes(NEWEST)) {
    newest = true;
    turn(order);
    tell(false);
  }
  if (!elsewhere) offer();
  if (location.hash && (before !== isLines() || newest)) reveal();
})();
