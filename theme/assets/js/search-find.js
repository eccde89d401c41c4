/*
 * Finds what answers: at once what the index alone can tell, and in full, with sentences, when the
 * reader pauses. All is fetched as scripts, the one way that a page from a disk has too.
 */
(function () {
  "use strict";
  var tl = self.tlSearch;
  var LOOKED = 20; // entries that are looked into at a time, and put in order by what is seen there
  var FAR = 300; // entries that are looked into for a phrase
  var NEARLY = 10; // entries that are shown where none has all
  var FIRST = 4; // entries that are shown before the others are there
  var PAUSE = 80; // ms without a key, and the sentences of the answers are fetched

  function hint(query) {
    return { query: query, found: [], total: 0, said: "Gõ tên sự kiện, địa điểm, đơn vị hoặc ngày tháng; không dấu cũng được." };
  }

  /*
   * Hand on the answers to `asked`, each better than the one before: {said, query, found, total, all}.
   * `want` tells which ones ({from, size}), which entries count (`among`), and whether anybody still
   * waits for them (`current`). Returns a promise of the last one.
   */
  tl.find = function (asked, want, show) {
    return tl.ask(asked, false).then((query) => {
      if (!want.current()) return null;
      if (!query.full) return tell(hint(query));
      return answer(query).then((found) => {
        if (!found || found.total) return found;
        return tl.ask(asked, true).then((loose) => want.current() && answer(loose));
      });
    });

    function tell(found) {
      show(found);
      return found;
    }

    function answer(query) {
      var ranked = tl.rank(query);
      var all = want.among && !query.loose ? ranked.filter((one) => want.among(one.entry)) : ranked;
      if (query.loose) all = all.slice(0, NEARLY);
      return query.strict ? proven(query, all, ranked) : shown(query, all, ranked);
    }

    /* Words: how many answer, the index knows. */
    function shown(query, all, ranked) {
      var block = want.from - (want.from % LOOKED);
      var near = all.slice(block, Math.max(block + LOOKED, want.from + want.size));
      var mine = (size) => near.slice(want.from - block, want.from - block + size);
      function told(size) {
        return { query: query, found: mine(size), total: all.length, all: ranked, said: said(query, all.length, false) };
      }
      if (!all.length && !query.loose) return Promise.resolve(told(0));
      var there = near.every((one) => one.shown && tl.texts.has(one.shown.path));
      return rows(mine(FIRST))
        .then(() => {
          if (want.current() && !there) show(told(FIRST));
          return rows(mine(want.size));
        })
        .then(() => {
          if (want.current() && !there) show(told(want.size));
          return there ? null : paused();
        })
        .then(() => want.current() && rows(near).then(() => look(near)))
        .then(() => {
          if (!want.current()) return null;
          near.forEach((one) => tl.inside(query, one));
          tl.best(near);
          return tell(told(want.size));
        });
    }

    /* A phrase: only a text can prove it. Words of many pages stand side by side in few of them. */
    function proven(query, all, ranked) {
      var kept = [];
      return next(0);

      function next(from) {
        var some = all.slice(from, from + LOOKED);
        var end = Math.min(all.length, FAR);
        return Promise.resolve(from ? null : paused())
          .then(() => want.current() && rows(some).then(() => look(some)))
          .then(() => {
            if (!want.current()) return null;
            kept = tl.best(kept.concat(some.filter((one) => tl.inside(query, one))));
            var more = from + LOOKED < end;
            var least = more || end < all.length;
            var found = kept.slice(want.from, want.from + want.size);
            var told = { query: query, found: found, total: kept.length, least: least, all: kept, said: said(query, kept.length, least) };
            if (more && kept.length <= want.from + want.size) {
              if (!kept.length) told.said = "Đang tìm trong các bài…";
              show(told);
              return next(from + LOOKED);
            }
            return kept.length ? tell(told) : told;
          });
      }
    }

    function paused() {
      return new Promise((done) => setTimeout(done, PAUSE));
    }
  };

  function rows(found) {
    var missing = found.filter((one) => !one.shown);
    return tl.shown(missing.map((one) => one.entry)).then((all) => {
      missing.forEach((one, i) => (one.shown = all[i]));
    });
  }

  function look(found) {
    return tl.told(found.map((one) => one.shown.path));
  }

  function said(query, total, least) {
    if (query.loose && !total) return "Không có kết quả. Mời thử bớt từ, hoặc viết khác đi.";
    if (query.loose) return "Không có kết quả khớp mọi từ. Gần đúng: " + tl.number(total) + " trang.";
    return "Có " + (least ? "ít nhất " : "") + tl.number(total) + " trang.";
  }
})();
