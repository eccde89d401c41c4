/*
 * What is asked for. Each term must be met; it is met by any of its options, a sequence of words.
 * Words that stand for others ("CNTT") bring an option that meets all of the others' terms at once.
 */
(function () {
  "use strict";
  var tl = self.tlSearch;
  // One bit a term.
  var MOST = 24;

  function Query(index, loose) {
    this.index = index;
    this.loose = loose;
    this.terms = [];
    this.strict = 0; // the terms that hold only as they were typed: phrases and dates
    this.options = [];
    this.dates = [];
    this.starts = new Map();
  }

  Query.prototype.term = function (said, strict) {
    var mask = 1 << this.terms.length;
    this.terms.push({ said: said });
    if (strict) this.strict |= mask;
    return mask;
  };

  /* An option: `steps` are maps of the words that may stand there, each with how well. */
  Query.prototype.option = function (mask, steps, instead) {
    if (!steps.length || steps.some((step) => !step.size)) return;
    var option = { mask: mask, steps: steps, instead: Boolean(instead) };
    this.options.push(option);
    for (var id of steps[0].keys()) {
      if (this.starts.has(id)) this.starts.get(id).push(option);
      else this.starts.set(id, [option]);
    }
  };

  Query.prototype.exactly = function (spelled) {
    return spelled.map((word) => {
      var found = this.index.like(word, false);
      // An accent that was not typed may be anything only where a reader types.
      found.forEach((agreed, id) => agreed < 3 && found.delete(id));
      return found;
    });
  };

  Query.prototype.phrase = function (text, open) {
    var said = tl.words(text);
    if (!said.length || this.terms.length >= MOST) return;
    var spelled = said.map((found) => tl.spell(found.word));
    var marked = spelled.some(tl.marked);
    var steps = spelled.map((word, i) => {
      var begins = open && i === said.length - 1;
      return begins || !marked ? this.index.like(word, begins) : this.exactly([word])[0];
    });
    this.option(this.term(text.trim(), true), steps);
  };

  Query.prototype.date = function (date, said) {
    if (this.terms.length >= MOST) return;
    var mask = this.term(said, true);
    this.dates.push({ mask: mask, date: date });
    tl.written(date).forEach((words) => this.option(mask, this.exactly(words.map(tl.spell))));
  };

  /* Plain words, the last of them perhaps not typed to its end. */
  Query.prototype.run = function (text, open) {
    var said = tl.words(text).slice(0, MOST - this.terms.length);
    var last = said[said.length - 1];
    // One letter begins thousands of words, and says nothing yet.
    if (open && last && last.to === text.length && last.word.length === 1) said.pop();
    var first = this.terms.length;
    var spelled = said.map((found) => tl.spell(found.word));
    said.forEach((found, i) => {
      var begins = open && i === said.length - 1 && found.to === text.length;
      var asked = this.loose ? tl.spell(spelled[i].plain) : spelled[i];
      var step = this.index.like(asked, begins);
      if (this.loose && !step.size && asked.plain.length > 3) step = this.index.nearly(asked);
      this.option(this.term(found.word, false), [step]);
    });
    this.abbreviations(spelled, first);
  };

  /* Where a sequence stands that others stand for, take them too; the longest first. */
  Query.prototype.abbreviations = function (spelled, first) {
    var found = [];
    this.index.alike.forEach((group) => {
      group.forEach((name) => {
        for (var at = 0; at + name.length <= spelled.length; at++) {
          if (name.every((word, i) => tl.agree(spelled[at + i], word, false))) {
            found.push({ at: at, name: name, group: group });
          }
        }
      });
    });
    found.sort((a, b) => b.name.length - a.name.length);
    var taken = new Map();
    found.forEach((hit) => {
      for (var i = hit.at; i < hit.at + hit.name.length; i++) {
        var longer = taken.get(i);
        if (longer && (longer.at !== hit.at || longer.name.length !== hit.name.length)) return;
      }
      var mask = 0;
      hit.name.forEach((_, i) => {
        taken.set(hit.at + i, hit);
        mask |= 1 << (first + hit.at + i);
      });
      hit.group.forEach((name) => {
        if (name !== hit.name) this.option(mask, this.exactly(name), true);
      });
    });
  };

  function dated(query, text, open) {
    var date = query.loose ? null : tl.dateIn(text);
    if (!date) return query.run(text, open);
    query.run(text.slice(0, date.from), false);
    query.date(date, text.slice(date.from, date.to));
    dated(query, text.slice(date.to), open);
  }

  /* `loose` forgets diacritics, quotation marks and dates, for what is only nearly found. */
  tl.ask = function (text, index, loose) {
    var query = new Query(index, loose);
    var said = text.normalize("NFC").replace(/[“”„«»]/g, '"');
    said.split('"').forEach(function (part, i, parts) {
      var last = i === parts.length - 1;
      if (i % 2 && !loose) query.phrase(part, last);
      else dated(query, part, last);
    });
    query.marked = !loose && tl.words(said).some((found) => tl.marked(tl.spell(found.word)));
    query.full = Math.pow(2, query.terms.length) - 1;
    return query;
  };
})();
