// Light or dark: the choice of the person, else that of the device.
(function () {
  "use strict";
  var KEY = "florin-theme";
  var root = document.documentElement;
  function chosen() {
    try { return localStorage.getItem(KEY); } catch (e) { return null; }
  }
  function keep(theme) {
    try { localStorage.setItem(KEY, theme); } catch (e) { /* a private window forgets; that is all */ }
  }
  if (chosen()) {
    root.setAttribute("data-theme", chosen());
  }
  document.addEventListener("click", function (event) {
    if (!event.target.closest("[data-theme-switch]")) {
      return;
    }
    var device = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    var next = (root.getAttribute("data-theme") || device) === "dark" ? "light" : "dark";
    root.setAttribute("data-theme", next);
    keep(next);
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      return;
    }
    var search = document.querySelector("[data-search] input, input[data-search]");
    if (search) {
      event.preventDefault();
      search.focus();
    }
  });
})();
