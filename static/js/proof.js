// Proof of work: looks for the number that the check page asks for, while the tenant reads it, and puts the answer in the form.
// The button waits for nothing: without an answer the report is sent all the same. The page's own thread stays free.
(function () {
  "use strict";
  var field = document.querySelector("input[data-proof]");
  var subtle = window.crypto && window.crypto.subtle;
  if (!field || !subtle || !window.TextEncoder) { return; }
  var challenge = JSON.parse(field.dataset.proof);
  var asked = challenge.parameters;
  var nonce = bytes(asked.nonce), salt = bytes(asked.salt), began = performance.now();
  var password = new Uint8Array(nonce.length + 4);
  password.set(nonce);
  look(0);

  function look(counter) {
    new DataView(password.buffer).setUint32(nonce.length, counter);
    subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"])
      .then(function (key) {
        var how = { name: "PBKDF2", hash: "SHA-256", salt: salt, iterations: asked.cost };
        return subtle.deriveBits(how, key, 8 * asked.keyLength);
      })
      .then(function (bits) {
        var derived = hex(new Uint8Array(bits));
        if (derived.indexOf(asked.keyPrefix) === 0) { found(counter, derived); } else { look(counter + 1); }
      })
      .catch(function () { /* no proof: the report is marked, not lost */ });
  }

  function found(counter, derived) {
    var took = Math.round(performance.now() - began);
    field.value = btoa(JSON.stringify({ challenge: challenge, solution: { counter: counter, derivedKey: derived, time: took } }));
  }

  function bytes(text) {
    var pairs = text.match(/../g) || [];
    return Uint8Array.from(pairs, function (pair) { return parseInt(pair, 16); });
  }

  function hex(found) {
    return Array.prototype.map.call(found, function (one) { return ("0" + one.toString(16)).slice(-2); }).join("");
  }
})();
