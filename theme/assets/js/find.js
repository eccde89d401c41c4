/*
 * Find in a long list, with or without Vietnamese marks: a box [data-find] looks through the labels
 * beside it, one with [data-find-in] through the items of the lists that it names, and folds none of
 * them meanwhile. Without this script the lists are whole, and a box of a page is not shown.
 */
(function () {
  "use strict";
  /* As the search takes marks off: search-words.js. */
  const fold = (text) => self.tlSearch.spell(text).plain;

  function items(box) {
    if (!box.dataset.findIn) return [...box.parentElement.querySelectorAll("label")];
    return [...document.querySelectorAll(`${box.dataset.findIn} > li`)];
  }

  function find(box) {
    const words = fold(box.value).split(/\s+/).filter(Boolean);
    let found = 0;
    items(box).forEach((item) => {
      const said = fold(item.textContent);
      item.hidden = !words.every((word) => said.includes(word));
      found += !item.hidden;
    });
    if (box.dataset.findIn) settle(box, words.length > 0, found);
  }

  /* Of a page: a part without anything goes, and what was folded opens while one looks for something. */
  function settle(box, active, found) {
    document.querySelectorAll(".tl-section").forEach((part) => {
      part.hidden = !part.querySelector("li:not([hidden])");
      part.querySelectorAll("details").forEach((more) => { more.open = active; });
    });
    box.parentElement.querySelector("[data-found]").textContent = active ? `${self.tlSearch.number(found)} tên` : "";
  }

  document.querySelectorAll("[data-find-in]").forEach((box) => { box.parentElement.hidden = false; });
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-find], [data-find-in]")) find(event.target);
  });
})();
