/*
 * Finds what answers: at once what the index alone can tell, and in full, with sentences, when the
 * reader pauses. All is fetched as scripts, the one way that a page from a disk has too.
 */
(function () {
  "use strict";
  var tl = self.tlSearch;
  var SHOWN = 30; // entries; nobody reads on, and each brings its text
  var FAR = 300; // entries that are looked into for a phrase
  var PAUSE = 80; // ms without a key, and the sentences of the answers are fetched
  var HINT = "Gõ tên sự kiện, địa điểm, đơn vị hoặc ngày tháng; không dấu cũng được.";
  var turn = 0;
  var loading = new Map();
  var opening;

  function opened() {
    opening = opening || tl.load(tl.root + "search/index.js").then(() => setTimeout(() => tl.index.factsWith()));
    return opening;
  }

  function text(path) {
    if (tl.index.texts.has(path)) return null;
    if (!loading.has(path)) {
      var address = tl.root + "search/" + path.replace(/\.html$/, ".js");
      loading.set(path, tl.load(address).catch(() => null)); // an entry without its sentences is an answer too
    }
    return loading.get(path);
  }

  /* Answer in `place` to what stands in its field, now and whenever it changes. */
  tl.answer = function (place) {
    function ask() {
      tl.find(place.box.value, function (answer) {
        place.said.textContent = answer.said;
        tl.draw(answer.query, answer.found, place.list);
      });
    }
    place.said.textContent = "Đang chuẩn bị tìm kiếm…";
    opened().then(ask, function () {
      place.said.textContent = "Không tải được dữ liệu tìm kiếm.";
    });
    // However it came there: typed, composed, pasted, dictated.
    place.box.addEventListener("input", () => opened().then(ask, () => null));
  };

  /*
   * Hand on the answers to `asked`, each better than the one before: {said, query, found}. Returns a
   * promise of the last one, or of nothing where another question has come in between.
   */
  tl.find = function (asked, show) {
    var mine = ++turn;
    return opened().then(() => {
      var query = tl.ask(asked, tl.index, false);
      if (!query.terms.length) return tell(query, [], HINT);
      return give(query, tl.rank(query)).then((answer) => {
        if (!answer || answer.found.length) return answer;
        var loose = tl.ask(asked, tl.index, true);
        return give(loose, tl.rank(loose).slice(0, 10));
      });
    });

    function tell(query, found, said) {
      var answer = { query: query, found: found, said: said };
      show(answer);
      return answer;
    }

    /* What only a text can prove, such as a phrase in it, waits for that text. */
    function give(query, found) {
      var top = found.slice(0, SHOWN);
      var there = top.every((one) => tl.index.texts.has(one.entry.path));
      var sure = there ? [] : top.filter((one) => tl.sure(query, one));
      if (mine !== turn) return Promise.resolve(null);
      if (sure.length) tell(query, sure, said(query, sure.length, found.length));
      var pause = !there && new Promise((done) => setTimeout(done, PAUSE));
      return Promise.resolve(pause).then(() => look([], 0));

      /* Words that stand in many pages may stand side by side in few of them: then look further. */
      function look(kept, from) {
        var next = found.slice(from, from + SHOWN);
        if (mine !== turn) return null;
        return Promise.all(next.map((one) => text(one.entry.path))).then(() => {
          if (mine !== turn) return null;
          kept = tl.best(kept.concat(next.filter((one) => tl.look(query, one))));
          from += SHOWN;
          if (query.strict && kept.length < SHOWN && from < Math.min(found.length, FAR)) {
            tell(query, kept, kept.length ? said(query, kept.length, found.length) : "Đang tìm trong các bài…");
            return look(kept, from);
          }
          kept = kept.slice(0, SHOWN);
          if (!kept.length && !query.loose) return { query: query, found: [], said: "" };
          return tell(query, kept, said(query, kept.length, found.length));
        });
      }
    }
  };

  function said(query, shown, found) {
    if (query.loose && !shown) return "Không có kết quả. Mời thử bớt từ, hoặc viết khác đi.";
    if (query.loose) return "Không có kết quả khớp mọi từ. Gần đúng: " + shown + " trang.";
    if (found <= shown || shown < SHOWN) return "Có " + shown + " trang.";
    // How many more have a phrase, only their texts could tell.
    var best = shown + " trang khớp nhất.";
    return query.strict ? "Đây là " + best : "Có " + found + " trang; đây là " + best;
  }
})();
