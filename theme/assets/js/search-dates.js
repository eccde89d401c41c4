/*
 * Dates as people type them ("30/3/2016", "30-3-2016", "ngày 30 tháng 3 năm 2016", "tháng 9/2020",
 * "29/10", "2018"), and the days of an event (EDTF). A date that is less precise than the one asked
 * for is no answer to it.
 */
(function () {
  "use strict";
  var tl = self.tlSearch;
  var DAY = "(0?[1-9]|[12]\\d|3[01])";
  var MONTH = "(0?[1-9]|1[0-2])";
  var YEAR = "((?:19|20)\\d\\d)";
  var CUT = "\\s?[/.\\-]\\s?";
  var EDGE = "(?![\\p{L}\\p{N}])";
  var FORMS = [
    [`(?:ngay )?${DAY}${CUT}${MONTH}${CUT}${YEAR}`, "dmy"],
    [`(?:ngay )?${DAY} thang ${MONTH},? nam ${YEAR}`, "dmy"],
    [`(?:ngay )?${DAY} thang ${MONTH}${CUT}${YEAR}`, "dmy"],
    [`(?:thang )?${MONTH}${CUT}${YEAR}`, "my"],
    [`thang ${MONTH},? nam ${YEAR}`, "my"],
    [`(?:ngay )?${DAY}/${MONTH}(?![/.\\-])`, "dm"],
    [`ngay ${DAY} thang ${MONTH}`, "dm"],
    [`(?:nam )?${YEAR}`, "y"],
  ].map(function (form) {
    return [new RegExp("^" + form[0] + EDGE, "u"), form[1]];
  });
  var STARTS = /(?<![\p{L}\p{N}/])[\p{L}\p{N}]/gu;

  /* Letters without marks, one for one, so that places stay the same. */
  function bare(text) {
    return Array.from(text, function (char) {
      var plain = tl.spell(char).plain;
      return plain.length === char.length ? plain : char;
    }).join("");
  }

  /* The first date in `text` that begins at a word: {from, to, day, month, year}. */
  tl.dateIn = function (text) {
    var plain = bare(text);
    STARTS.lastIndex = 0;
    for (var start; (start = STARTS.exec(plain)); ) {
      for (var form of FORMS) {
        var hit = form[0].exec(plain.slice(start.index));
        if (!hit) continue;
        var date = { from: start.index, to: start.index + hit[0].length };
        "dmy".split("").forEach(function (part, i) {
          var at = form[1].indexOf(part);
          date[["day", "month", "year"][i]] = at < 0 ? 0 : Number(hit[at + 1]);
        });
        return date;
      }
    }
    return null;
  };

  /* The ways in which a text writes the date, as words. */
  tl.written = function (date) {
    var months = forms(date.month);
    var year = date.year ? [String(date.year)] : [];
    if (!date.month) return [year];
    var said = [];
    months.forEach(function (month) {
      (date.day ? forms(date.day) : [""]).forEach(function (day) {
        var first = day ? [day] : [];
        said.push(first.concat(month, year));
        said.push(first.concat("tháng", month, year.length ? ["năm"] : [], year));
      });
    });
    return said;
  };

  function forms(number) {
    return number < 10 ? [String(number), "0" + number] : [String(number)];
  }

  /*
   * An EDTF date as pairs [first, last], each {year, month, day} with 0 for what is not known: one
   * pair, or one for each day of a set ("{2019-10-03,2019-10-05}").
   */
  tl.spans = function (edtf) {
    if (!edtf) return [];
    return edtf.replace(/[?~%{}]/g, "").split(",").map(function (days) {
      var ends = days.split("/").map(function (point) {
        var parts = point.split("-").map(function (part) {
          return Number(part) || 0;
        });
        return { year: parts[0], month: parts[1] || 0, day: parts[2] || 0 };
      });
      return [ends[0], ends[ends.length - 1]];
    });
  };

  function order(date, year) {
    return (year ? date.year * 10000 : 0) + date.month * 100 + date.day;
  }

  /* Whether an event of those days answers to the date that is asked for. */
  tl.falls = function (spans, asked) {
    return spans.some(function (span) {
      return covers(span, asked);
    });
  };

  function covers(span, asked) {
    if (asked.year && !span[0].year) return false;
    if ((asked.month && !span[0].month) || (asked.day && !span[0].day)) return false;
    function cut(point) {
      return order({ year: point.year, month: asked.month ? point.month : 0, day: asked.day ? point.day : 0 }, asked.year);
    }
    var wanted = order(asked, asked.year);
    return cut(span[0]) <= wanted && wanted <= cut(span[1]);
  }
})();
