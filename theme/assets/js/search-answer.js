/* Answers in the dialog, and on the page of results, to what stands in their field. */
(function () {
  "use strict";
  var tl = self.tlSearch;
  var SHOWN = 10; // pages in the dialog; the page of results has them all
  var SENTENCES = 2;

  /* Answer in `place`, now and whenever its field changes: typed, composed, pasted or dictated. */
  tl.answer = function (place) {
    var turn = 0;

    function ask() {
      var mine = ++turn;
      var want = { from: 0, size: SHOWN, current: () => mine === turn };
      tl.find(place.box.value, want, draw).catch(() => failed(mine));
    }

    function draw(answer) {
      place.said.textContent = answer.said;
      tl.draw(answer.query, answer.found, place.list, SENTENCES);
      place.more.hidden = !(answer.total > SHOWN || answer.least);
      place.more.textContent = "Xem " + (answer.least ? "tất cả" : "cả " + tl.number(answer.total) + " trang") + ", lọc theo năm, chủ đề, nơi, đơn vị";
      place.more.href = tl.root + "tim-kiem.html?q=" + encodeURIComponent(place.box.value);
    }

    function failed(mine) {
      if (mine === turn) place.said.textContent = tl.failed;
    }

    place.said.textContent = "Đang chuẩn bị tìm kiếm…";
    ask();
    place.box.addEventListener("input", ask);
  };
})();
