/*
 * The lean form of a page, for a frame in another one: "?nhung" leaves what was found,
 * "?nhung=su-kien-…" one entry (first.js says so before anything is drawn). Links open beside the page
 * that holds the frame. Without a script the frame has the whole page.
 */
(function () {
  "use strict";
  const page = document.documentElement;
  const spine = document.querySelector(".tl-spine");
  if (!("embedded" in page.dataset) || !spine) return;
  const one = document.getElementById(new URLSearchParams(location.search).get("nhung"));
  const entry = one && one.matches(".tl-event") ? one : null;

  function whole(address) {
    const led = new URL(address);
    led.searchParams.delete("nhung");
    return led;
  }

  if (entry) {
    entry.classList.remove("tl-event--related");
    spine.querySelectorAll(".tl-event").forEach((other) => { other.hidden = other !== entry; });
    spine.querySelectorAll(".tl-timeline > li").forEach((part) => {
      part.hidden = !part.contains(entry);
      part.classList.remove("tl-year--related");
    });
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link) Object.assign(link, { href: whole(link.href).href, target: "_blank", rel: "noopener" });
  }, true);
  const home = whole(location.href);
  if (entry) home.hash = entry.id;
  const name = document.querySelector(".tl-header__name").textContent.trim();
  const link = Object.assign(document.createElement("a"), { href: home.href, textContent: name });
  const foot = Object.assign(document.createElement("p"), { className: "tl-embedded" });
  foot.append("Theo ", link);
  spine.after(foot);
})();
