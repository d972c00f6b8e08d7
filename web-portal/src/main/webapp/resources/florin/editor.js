// Line numbers beside a text area, faulty lines marked, and buttons that go to a line.
(function () {
  "use strict";
  function number(editor) {
    var area = editor.querySelector("textarea");
    var gutter = editor.querySelector(".gutter");
    var faults = (editor.getAttribute("data-faults") || "").split(",");
    function draw() {
      var count = area.value.split("\n").length;
      if (gutter.childElementCount !== count) {
        gutter.replaceChildren();
        for (var line = 1; line <= count; line++) {
          var mark = document.createElement("span");
          mark.textContent = line;
          mark.className = faults.indexOf(String(line)) < 0 ? "" : "fault";
          gutter.appendChild(mark);
        }
      }
      gutter.scrollTop = area.scrollTop;
    }
    area.addEventListener("input", draw);
    area.addEventListener("scroll", draw);
    draw();
  }
  function go(area, line) {
    var lines = area.value.split("\n");
    var start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[line - 1] || "").length);
    area.scrollTop = Math.max(0, (line - 5) * parseFloat(getComputedStyle(area).lineHeight));
  }
  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll(".editor").forEach(number);
  });
  document.addEventListener("click", function (event) {
    var button = event.target.closest(".to-line");
    var area = document.querySelector(".editor textarea");
    if (button && area) {
      go(area, Number(button.getAttribute("data-line")));
    }
  });
})();
