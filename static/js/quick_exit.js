// Leaves faster than the form can, and leaves no step behind in the history. Twice Escape does the same as the button.
(function () {
  "use strict";
  var form = document.querySelector("form[data-quick-exit]");
  if (!form) { return; }
  var escapes = 0;
  function leave(event) {
    event.preventDefault();
    navigator.sendBeacon(form.action, new FormData(form));
    document.title = "…";
    document.body.hidden = true;
    window.location.replace(form.dataset.quickExit);
  }
  form.addEventListener("submit", leave);
  document.addEventListener("keydown", function (event) {
    escapes = event.key === "Escape" ? escapes + 1 : 0;
    if (escapes === 2) { leave(event); }
  });
})();
