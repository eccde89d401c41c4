/*
 * Give each form of the reference a button that copies it. Without this script the text is there to
 * be selected; the button says what it did, for eyes and for screen readers.
 */
(function () {
  "use strict";
  // Old browsers, and pages over plain http, have no clipboard but this one.
  function bySelection(source) {
    var selection = getSelection();
    selection.selectAllChildren(source);
    var done = document.execCommand("copy");
    selection.removeAllRanges();
    return done ? Promise.resolve() : Promise.reject(new Error("not copied"));
  }
  function copy(source) {
    var text = source.textContent.trim();
    if (!navigator.clipboard) {
      return bySelection(source);
    }
    return navigator.clipboard.writeText(text).catch(function () {
      return bySelection(source);
    });
  }
  function button(form) {
    var source = form.querySelector("pre, p");
    var made = document.createElement("button");
    var said = document.createElement("span");
    made.type = "button";
    made.className = "tl-cite__copy";
    made.textContent = form.dataset.copy;
    said.className = "tl-cite__said";
    said.setAttribute("role", "status");
    made.addEventListener("click", function () {
      copy(source).then(
        function () {
          said.textContent = "Đã sao chép";
        },
        function () {
          said.textContent = "Không chép được, xin bôi đen rồi chép";
        },
      );
    });
    form.append(made, said);
  }
  self.tlCopy = button;
  document.querySelectorAll("[data-copy]").forEach(button);
})();
