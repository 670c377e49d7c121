// A file on a slow line takes minutes: show how far it is. Without this script the browser sends the form itself.
(() => {
  if (!window.FormData || !window.DOMParser) return;

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const button = event.submitter;
    const files = [...form.querySelectorAll('input[type="file"]')].some((field) => field.files.length);
    if (!("upload" in form.dataset) || !files || ["remove", "language"].includes(button?.name)) return;
    event.preventDefault();
    if (form.dataset.upload === "busy") return;
    form.dataset.upload = "busy";
    send(form, button, told(form));
  });

  function told(form) {
    const place = form.querySelector("[data-sending]");
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", place.dataset.sending);
    const said = document.createElement("span");
    said.textContent = place.dataset.sending;
    place.replaceChildren(said, bar);
    place.scrollIntoView({ block: "nearest" });
    return { place, bar, say: (words) => { said.textContent = words; } };
  }

  function send(form, button, { place, bar, say }) {
    const body = new FormData(form);
    if (button?.name) body.append(button.name, button.value);
    const sending = new XMLHttpRequest();
    sending.upload.addEventListener("progress", (how) => {
      if (!how.lengthComputable) return;
      bar.value = how.loaded / how.total;
      if (how.loaded === how.total) say(place.dataset.checking);
    });
    sending.addEventListener("error", () => {
      form.dataset.upload = "";
      bar.remove();
      say(place.dataset.failed);
    });
    sending.addEventListener("load", () => {
      // Sent on to another page, the server leaves it to us to open it (safetyportal.uploads).
      if (sending.status === 204) location.assign(sending.responseURL);
      else show(new DOMParser().parseFromString(sending.responseText, "text/html"));
    });
    sending.open("POST", form.action);
    sending.setRequestHeader("X-Upload", "1");
    sending.send(body);
  }

  // What was wrong, in place of the page; files that were right are in its list.
  function show(page) {
    document.title = page.title;
    document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
    document.dispatchEvent(new Event("portal:replaced"));
    document.querySelector("main [autofocus]")?.focus();
  }
})();
