/*
 * What is chosen, in the address: ?chu-de=chinh-phu-so,du-lieu&nam=2018, or after # where a browser
 * allows no other (a page from the disk).
 */
(function () {
  "use strict";

  function query() {
    return location.hash.startsWith("#?") ? location.hash.slice(1) : location.search;
  }

  self.tlAddress = {
    query,

    /* The ids that the address gives a parameter. */
    of(parameter) {
      return new URLSearchParams(query()).getAll(parameter).join(",").split(",").filter(Boolean);
    },

    /* Put the ids of each parameter into the address; `how`: "pushState" or "replaceState". */
    write(chosen, how) {
      const others = new URLSearchParams(query());
      chosen.forEach((_, parameter) => others.delete(parameter));
      const own = [...chosen].filter(([, ids]) => ids.length).map(([parameter, ids]) => `${parameter}=${ids.join(",")}`);
      const all = [others.toString(), ...own].filter(Boolean).join("&");
      const target = how === "replaceState" ? location.hash : "";
      try {
        history[how](null, "", location.pathname + (all ? `?${all}` : "") + target);
      } catch (refused) {
        location.hash = `?${all}`;
      }
    },
  };
})();
