/*
 * Loads what the build wrote for the search, each script once: pieces of the index, what is shown of
 * entries, their sentences. Scripts, because a page from a disk may load nothing else.
 */
(function () {
  "use strict";
  var tl = self.tlSearch;
  var asked = new Map(); // name: the promise that it is there; null once it is
  var given = new Map(); // name: what a script brought

  tl.texts = new Map();

  /* What belongs to another state of the site, from before or after it was built anew, fits no more. */
  tl.take = function (name, data, version) {
    if (version === tl.head.version) given.set(name, data);
  };

  tl.read = function (path, text) {
    tl.texts.set(path, text);
  };

  /* Load the script `name` of the index, once; null where it is there. */
  tl.fetch = function (name, take) {
    if (!asked.has(name)) {
      var address = tl.root + "search/" + name + ".js?" + tl.head.version;
      asked.set(
        name,
        tl.load(address).then(() => {
          asked.set(name, null);
          if (!take) return;
          if (!given.has(name)) throw new Error("search/" + name + ": of another state of the site");
          take(given.get(name));
          given.delete(name);
        }, (failed) => {
          asked.delete(name); // the next key asks again
          throw failed;
        })
      );
    }
    return asked.get(name);
  };

  /* What is shown of entries: {path, title, below, other}; where it cannot be had, null. */
  tl.shown = function (entries) {
    var size = tl.head.rows;
    var blocks = [...new Set(entries.map((entry) => Math.floor(entry / size)))];
    return Promise.all(
      blocks.map((block) => {
        return tl.fetch("rows/" + block, (rows) => rows.forEach((row, i) => put(row, block * size + i)));
      })
    ).then(() => entries.map((entry) => tl.rows[entry]));
  };

  function put(row, entry) {
    tl.rows[entry] = { path: row[0], title: row[1], below: row[2] };
    if (row[3]) tl.read(row[0], { sentences: [], facts: row[3] === 1 ? null : row[3] });
  }

  /* The sentences of pages; a page without its sentences is an answer too. */
  tl.told = function (paths) {
    var missing = paths.filter((path) => !tl.texts.has(path));
    if (!missing.length) return null;
    return Promise.all(missing.map((path) => Promise.resolve(tl.fetch(path.replace(/\.html$/, ""))).catch(() => null)));
  };

  tl.extra = function (name) {
    if (tl[name]) return Promise.resolve(tl[name]);
    return Promise.resolve(tl.fetch(name, (data) => (tl[name] = data))).then(() => tl[name]);
  };
})();
