// Passkeys: asks the device, puts its answer in the form and sends it. Needs webauthn-json.js before it.
// A form says what it wants: data-passkey="create" or "get", with what to ask in data-options (the id of a JSON block)
// or, where nobody has said who they are yet, at data-ask (an address). Its message stands in [data-passkey-failed].
(function () {
  "use strict";
  var able = window.PublicKeyCredential && window.webauthnJSON;
  Array.prototype.forEach.call(document.querySelectorAll("form[data-passkey]"), function (form) {
    if (!able) { return; }
    var failed = form.querySelector("[data-passkey-failed]");
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      failed.hidden = true;
      options(form)
        .then(function (asked) { return window.webauthnJSON[form.dataset.passkey](asked); })
        .then(function (credential) {
          form.elements.credential.value = JSON.stringify(credential);
          HTMLFormElement.prototype.submit.call(form);
        })
        .catch(function () { failed.hidden = false; failed.focus(); });
    });
  });

  function options(form) {
    if (form.dataset.ask) {
      return fetch(form.dataset.ask, { headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" } })
        .then(function (answer) {
          if (!answer.ok) { throw new Error(); }
          return answer.json();
        })
        .then(function (data) { return data.request_options; });
    }
    var data = JSON.parse(document.getElementById(form.dataset.options).textContent);
    var asked = data.creation_options || data.request_options;
    if (data.creation_options) {
      var wanted = asked.publicKey.authenticatorSelection;
      wanted.residentKey = "required";
      wanted.requireResidentKey = true;
      wanted.userVerification = "required";
    }
    return Promise.resolve(asked);
  }
})();
