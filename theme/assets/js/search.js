/*
 * What the dialog does besides what Material's script makes it do: it says what the worker says of
 * an answer, keeps the focus, and sees what comes without a key. It stands before Material's script, after the shim that takes a
 * worker's place on file://; all three are loaded when a reader first asks for search.
 */
(function () {
  "use strict";
  var Native = window.Worker;
  var OURS = /\/search-worker\.js$/;

  window.Worker = function (address, options) {
    var worker = new Native(address, options);
    return OURS.test(address) ? stand(worker) : worker;
  };

  /* What Material has in hand: the messages to and from the worker go through it. */
  function stand(worker) {
    var place = new EventTarget();
    place.postMessage = function (message) {
      worker.postMessage(message);
    };
    worker.addEventListener("message", function (event) {
      keepFocus(function () {
        place.dispatchEvent(new MessageEvent("message", { data: event.data }));
      });
      tell(event.data);
    });
    return place;
  }

  /* An answer that comes in full draws the list anew: who has gone on to a hit stays there. */
  function keepFocus(draw) {
    var at = document.activeElement;
    var address = at && at.matches(".md-search-result__link") && at.href.split("?")[0];
    draw();
    if (!address) return;
    var links = [].slice.call(document.querySelectorAll(".md-search-result__link"));
    var same = links.filter(function (link) {
      return link.href.split("?")[0] === address;
    });
    if (links.length) (same[0] || links[0]).focus();
  }

  /*
   * Material reads the field at keyup only: what is pasted, dictated or taken from a suggestion
   * comes without one. While an input method composes, its own keys tell.
   */
  document.addEventListener("input", function (event) {
    if (event.isComposing || !event.target.matches("[data-md-component=search-query]")) return;
    event.target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  });

  /* Material has written its own words there just before. */
  function tell(message) {
    var place = document.querySelector(".md-search-result__meta");
    if (message.type === 3) place.textContent = message.data.said;
    if (message.type === "failed") place.textContent = "Không tải được dữ liệu tìm kiếm.";
  }
})();
