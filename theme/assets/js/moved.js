/* Leads on from a former address, to the very sentence that was asked for: a refresh would forget it. */
(function (to) {
  location.replace(to + location.search + location.hash);
})(document.currentScript.dataset.leadsTo);
