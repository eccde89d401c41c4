/*
 * Answers Material's dialog. It speaks Material's four messages (0 set up, 1 ready, 2 query,
 * 3 result) and adds to a result what is said above it. Beside a worker it runs in the frame that
 * takes a worker's place on file://, where scripts are loaded one way only.
 */
(function () {
  "use strict";
  var here = self.document ? document.currentScript.src : location.href;
  var root = new URL("../../", here);
  var SHOWN = 30; // entries; nobody reads on, and each brings its text
  var FAR = 300; // entries that are looked into for a phrase
  var PAUSE = 80; // ms without a key, and the sentences of the answers are fetched
  var HINT = "Gõ tên sự kiện, địa điểm, đơn vị hoặc ngày tháng; không dấu cũng được.";
  var turn = 0;
  var loading = new Map();

  var names = "words dates index query scan rank parts answer suggest".split(" ");
  var scripts = names.map((name) => {
    return String(new URL("search-" + name + ".js", here));
  });
  // The frame's way to import gives a promise; a worker's gives nothing and is done.
  Promise.resolve()
    .then(() => importScripts(...scripts, String(new URL("search/index.js", root))))
    .then(() => postMessage({ type: 1 }))
    .then(() => self.tlSearch.index.factsWith())
    .catch(() => postMessage({ type: "failed" }));

  addEventListener("message", (event) => {
    if (event.data.type === 2) answer(event.data.data);
  });

  function load(path) {
    var tl = self.tlSearch;
    if (tl.index.texts.has(path)) return null;
    if (!loading.has(path)) {
      var address = String(new URL("search/" + path.replace(/\.html$/, ".js"), root));
      loading.set(path, self.document ? asScript(address) : asData(address, tl));
    }
    return loading.get(path);
  }

  function asScript(address) {
    return new Promise((done) => {
      var script = document.createElement("script");
      script.src = address;
      script.onload = script.onerror = done;
      document.body.appendChild(script);
    });
  }

  function asData(address, tl) {
    return fetch(address)
      .then((found) => (found.ok ? found.text() : Promise.reject()))
      .then((said) => {
        tl.read(...JSON.parse("[" + said.slice(said.indexOf("(") + 1, said.lastIndexOf(")")) + "]"));
      })
      .catch(() => null); // an entry without its sentences is an answer too
  }

  function answer(text) {
    var tl = self.tlSearch;
    var mine = ++turn;
    var query = tl.ask(text, tl.index, false);
    if (!query.terms.length) return post([], HINT, [], true);
    var found = tl.rank(query);
    give(query, found, text, mine).then((left) => {
      if (left || mine !== turn) return;
      var loose = tl.ask(text, tl.index, true);
      give(loose, tl.rank(loose).slice(0, 10), text, mine);
    });
  }

  /*
   * Answer at once by what the index knows, and in full when the reader pauses, or where the texts
   * are there. What only a text can prove, such as a phrase in it, waits for that text.
   */
  function give(query, found, text, mine) {
    var tl = self.tlSearch;
    var top = found.slice(0, SHOWN);
    var there = top.every((one) => tl.index.texts.has(one.entry.path));
    var sure = there ? [] : top.filter((one) => tl.sure(query, one));
    if (sure.length) show(sure, false);
    var pause = !there && new Promise((done) => setTimeout(done, PAUSE));
    return Promise.resolve(pause).then(() => look([], 0));

    /* Words that stand in many pages may stand side by side in few of them: then look further. */
    function look(kept, from) {
      var next = found.slice(from, from + SHOWN);
      if (mine !== turn) return 1;
      return Promise.all(next.map((one) => load(one.entry.path))).then(() => {
        if (mine !== turn) return 1;
        kept = kept.concat(next.filter((one) => tl.look(query, one)));
        from += SHOWN;
        if (query.strict && kept.length < SHOWN && from < Math.min(found.length, FAR)) {
          if (kept.length) show(tl.best(kept), false);
          else post([], "Đang tìm trong các bài…", [], false);
          return look(kept, from);
        }
        kept = tl.best(kept).slice(0, SHOWN);
        if (kept.length || query.loose) show(kept, true);
        return kept.length;
      });
    }
    function show(some, done) {
      var items = some.map((one, i) => tl.item(query, one, i));
      post(items, said(query, some.length, found.length), tl.suggest(query, text), done);
    }
  }

  function said(query, shown, found) {
    if (query.loose && !shown) return "Không có kết quả. Mời thử bớt từ, hoặc viết khác đi.";
    if (query.loose) return "Không có kết quả khớp mọi từ. Gần đúng: " + shown + " trang.";
    if (found <= shown || shown < SHOWN) return "Có " + shown + " trang.";
    // How many more have a phrase, only their texts could tell.
    var best = shown + " trang khớp nhất.";
    return query.strict ? "Đây là " + best : "Có " + found + " trang; đây là " + best;
  }

  function post(items, words, suggest, done) {
    postMessage({ type: 3, data: { items: items, suggest: suggest, said: words, done: done } });
  }
})();
