/*
 * Pass on an entry, an article or a list as it is chosen: its address to copy, the system's own way of
 * sharing, a frame to embed. From the disk it is the hosted address, where that is known. Without this
 * script there are the links themselves.
 */
(function () {
  "use strict";
  const { element } = self.tlSearch;
  const canonical = document.querySelector("link[rel=canonical]");
  const here = location.protocol === "file:" && canonical ? canonical.href : location.href.split(/[?#]/)[0];
  const hosted = /^https?:/.test(here);

  /* What stands in a page elsewhere: the lean form of the address (embedded.js). */
  function frame(address, title) {
    const held = new URL(address);
    held.searchParams.set("nhung", held.hash.slice(1));
    held.hash = "";
    const [src, name] = [held.href, title].map((said) =>
      said.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;"));
    return `<iframe src="${src}" title="${name}" width="100%" height="420" loading="lazy" style="border:0"></iframe>`;
  }

  function copied(label, source) {
    const form = element("div", { class: "tl-share__form", "data-copy": label }, source);
    self.tlCopy(form);
    return form;
  }

  function sent(title, address) {
    const made = element("button", { type: "button", class: "tl-cite__copy" }, "Gửi qua ứng dụng khác");
    // Who closes the system's window again has changed his mind.
    made.addEventListener("click", () => navigator.share({ title, url: address }).catch(() => {}));
    return made;
  }

  function open({ title, address, embeds }) {
    const link = copied("Sao chép liên kết", element("p", { class: "tl-share__address" }, address));
    if (hosted && navigator.share) link.append(sent(title, address));
    const parts = [element("h2", { id: "chia-se" }, "Chia sẻ"), element("p", { class: "tl-share__name" }, title), link];
    if (!hosted) parts.push(element("p", { class: "tl-share__note" }, "Bản này chưa có địa chỉ trực tuyến: liên kết chỉ mở được trên máy này."));
    if (hosted && embeds) {
      parts.push(element("details", {}, element("summary", {}, "Nhúng vào trang khác"),
        copied("Sao chép mã nhúng", element("pre", {}, frame(address, title)))));
    }
    const close = element("button", { type: "button", class: "tl-share__close" }, "Đóng");
    const dialog = element("dialog", { class: "tl-share", "aria-labelledby": "chia-se" }, ...parts, close);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }

  function opener(about, told) {
    const made = element("button", { type: "button", class: "tl-share-open", "aria-haspopup": "dialog", "aria-label": `Chia sẻ: ${about}` }, "Chia sẻ");
    made.addEventListener("click", () => open(told()));
    return made;
  }

  document.querySelectorAll(".tl-spine .tl-event").forEach((entry) => {
    const link = entry.querySelector(".tl-event__date");
    const title = entry.querySelector(".tl-event__name").textContent.trim();
    link.after(opener(title, () => ({ title, address: new URL(link.getAttribute("href"), here).href, embeds: true })));
  });

  const heading = document.querySelector(".tl-article h1, .tl-masthead h1");
  const place = document.querySelector(".tl-article__head, .tl-order") || document.querySelector(".tl-listing > .tl-masthead");
  if (!heading || !place) return;
  const title = heading.textContent.trim();
  const lists = Boolean(document.querySelector(".tl-spine"));
  place.append(opener(title, () => ({ title, address: here + (lists ? self.tlAddress.query() : ""), embeds: lists })));
})();
