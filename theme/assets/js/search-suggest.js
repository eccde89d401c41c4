/* What may be typed next; Material shows it behind the field, and the right arrow takes it. */
(function () {
  "use strict";
  var tl = self.tlSearch;

  /* How the word that is being typed may go on: the commonest that follows the word before it. */
  tl.suggest = function (query, text) {
    var typed = text.split(/[\s-]+/).pop();
    var last = query.options.find((option) => option.mask === 1 << (query.terms.length - 1));
    var before = query.options.find((option) => option.mask === 1 << (query.terms.length - 2));
    if (typed.length < 2 || !last || last.steps.length > 1) return [];
    var small = typed.toLowerCase();
    var ids = [...last.steps[0].keys()].filter((id) => query.index.words[id] !== small);
    var follows = before && before.steps.length === 1 && ids.find((id) => {
      return [...before.steps[0].keys()].some((first) => query.index.together(first, id));
    });
    var id = follows || ids[0];
    if (id === undefined) return [];
    var form = query.index.words[id].startsWith(small) ? query.index.words[id] : query.index.spelled[id].plain;
    return form.startsWith(small) ? [typed + form.slice(small.length)] : [];
  };
})();
