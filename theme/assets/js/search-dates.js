/*
 * Dates as people type them ("30/3/2016", "2016-03-30", "ngày 30 tháng 3 năm 2016", "tháng 9/2020",
 * "tháng 9 2020", "tháng 9", "29/10", "2018"), and the key under which the index has them
 * (search/days.py): a date that is less precise than the one asked for is no answer to it.
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
    [`${YEAR}-${MONTH}-${DAY}`, "ymd"],
    [`${YEAR}-${MONTH}(?!-)`, "ym"],
    [`(?:ngay )?${DAY}${CUT}${MONTH}${CUT}${YEAR}`, "dmy"],
    [`(?:ngay )?${DAY} thang ${MONTH},? nam ${YEAR}`, "dmy"],
    [`(?:ngay )?${DAY} thang ${MONTH}${CUT}${YEAR}`, "dmy"],
    [`(?:thang )?${MONTH}${CUT}${YEAR}`, "my"],
    [`thang ${MONTH},? (?:nam )?${YEAR}`, "my"],
    [`(?:ngay )?${DAY}/${MONTH}(?![/.\\-])`, "dm"],
    [`ngay ${DAY} thang ${MONTH}`, "dm"],
    [`thang ${MONTH}(?! ?[/.\\-] ?\\d)`, "m"],
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

  /* The key of a date: "#2016-03-30", "#2016-03", "#2016", without a year "#-03-30", "#-03". */
  tl.dateKey = function (date) {
    var parts = [date.year || "", date.month, date.day].filter((part) => part !== 0);
    return "#" + parts.map((part) => (part < 10 && part !== "" ? "0" + part : part)).join("-");
  };

  /* The ways in which a text writes the date, as words. */
  tl.written = function (date) {
    var year = date.year ? [String(date.year)] : [];
    if (!date.month) return [year];
    return forms(date.month).flatMap(function (month) {
      if (!date.day && !date.year) return [["tháng", month]];
      return (date.day ? forms(date.day) : [""]).flatMap(function (day) {
        var first = day ? [day] : [];
        return [
          first.concat(month, year),
          first.concat("tháng", month, year.length ? ["năm"] : [], year),
          first.concat("tháng", month, year),
        ];
      });
    });
  };

  function forms(number) {
    return number < 10 ? [String(number), "0" + number] : [String(number)];
  }
})();
