/*
 * The entries of a long timeline, which no page holds as a whole: a script of them is loaded when it is
 * asked for. A link to an entry that is not on this page is sent on to where the entry stands.
 */
(function () {
  "use strict";
  const page = document.querySelector("[data-entries]");
  if (!page) return;
  const source = page.dataset.entries;
  const root = source.replace(/[^/]+\/[^/]+$/, "");
  let waiting = null;

  /* A classic script: a page from a disk may load no other. */
  function load(then) {
    if (self.tlEvents) return then(self.tlEvents);
    if (waiting) return waiting.push(then);
    waiting = [then];
    const script = document.createElement("script");
    script.src = source;
    script.onload = () => waiting.splice(0).forEach((each) => each(self.tlEvents));
    script.onerror = () => { waiting = null; script.remove(); };
    document.head.append(script);
  }

  function lead() {
    const [, kind, name] = location.hash.match(/^#(su-kien|moc)-([\w-]+)$/) || [];
    if (!kind || document.getElementById(`${kind}-${name}`)) return;
    load((data) => {
      const anchor = `${kind}-${(kind === "su-kien" && data.also[name]) || name}`;
      const row = data.rows.find((each) => each[0] === anchor);
      if (row) location.replace(`${root}${data.pages[row[10]]}#${anchor}`);
    });
  }

  self.tlEntries = { load, root };
  addEventListener("hashchange", lead);
  lead();
})();
