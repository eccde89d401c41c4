/*
 * The lists of a filter: each closes when one looks elsewhere, and on a small screen a sheet holds
 * them all. The box that finds in a long one is that of find.js.
 */
(function () {
  "use strict";
  /* What opens over the page is seen whole: the page moves as far as that takes, and no further. */
  document.addEventListener("toggle", ({ target }) => {
    const panel = target.open && target.matches(".tl-facet, .tl-legend") && target.lastElementChild;
    if (panel && getComputedStyle(panel).position === "absolute") panel.scrollIntoView({ block: "nearest" });
  }, true);

  const form = document.querySelector("[data-filters]");
  if (!form) return;
  const lists = [...form.querySelectorAll("[data-facet]")];
  const sheet = form.querySelector("[data-sheet]");
  const inside = form.querySelector("[data-facets]");
  const opener = form.querySelector("[data-open]");
  const name = opener.textContent;
  const done = form.querySelector("[data-done]");
  const wide = matchMedia("(min-width: 48em)");

  /* Beside the line, a list covers what lies below it: it goes when it is not asked for any more. */
  function close(but) {
    if (!sheet.open) lists.forEach((list) => { if (list !== but) list.open = false; });
  }
  document.addEventListener("click", (event) => close(event.target.closest("[data-facet]")));
  form.addEventListener("focusout", (event) => {
    const list = event.target.closest("[data-facet]");
    if (list && event.relatedTarget && !list.contains(event.relatedTarget)) close(event.relatedTarget.closest("[data-facet]"));
  });
  form.addEventListener("keydown", (event) => {
    const list = event.target.closest("[data-facet]");
    if (event.key !== "Escape" || !list || !list.open || sheet.open) return;
    list.open = false;
    list.querySelector("summary").focus();
  });

  /* As built they stand in the line: to move long lists takes time. */
  function settle() {
    const held = inside.parentElement === sheet;
    if (wide.matches && sheet.open) sheet.close();
    if (wide.matches && held) form.insertBefore(inside, sheet);
    if (!wide.matches && !held) sheet.prepend(inside);
  }
  opener.addEventListener("click", () => sheet.showModal());
  done.addEventListener("click", () => sheet.close());
  // A click beside the sheet, on what it covers.
  sheet.addEventListener("click", (event) => { if (event.target === sheet) sheet.close(); });
  wide.addEventListener("change", settle);
  settle();

  function tell(detail) {
    opener.textContent = detail.active ? `${name} (${detail.active})` : name;
    const milestones = detail.milestones ? `Xem ${self.tlSearch.number(detail.milestones)} ${form.dataset.milestones}` : "Không có sự kiện nào";
    done.textContent = detail.shown ? `Xem ${self.tlSearch.number(detail.shown)} sự kiện` : milestones;
  }
  document.addEventListener("tl:filtered", (event) => tell(event.detail));
})();
