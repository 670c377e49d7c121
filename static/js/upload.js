// A file on a slow line takes minutes: show how far it is. Without this script, or in a browser that does not say which
// button was pressed, the browser sends the form itself.
(() => {
  if (!window.FormData || !window.DOMParser || !("submitter" in SubmitEvent.prototype)) return;

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const button = event.submitter;
    const files = [...form.querySelectorAll('input[type="file"]')].flatMap((field) => [...field.files]);
    if (!("upload" in form.dataset) || !files.length || button?.name === "language") return;
    event.preventDefault();
    if (form.dataset.upload === "busy") return;
    const place = form.querySelector("[data-sending]");
    const all = files.reduce((sum, file) => sum + file.size, 0);
    const large = files.find((file) => file.size > Number(place.dataset.largest));
    if (large || all > Number(place.dataset.all)) {
      said(place, `${large ? `${large.name}: ` : ""}${place.dataset.large}`);
      return;
    }
    form.dataset.upload = "busy";
    send(form, button, place);
  });

  function said(place, words) {
    place.replaceChildren(document.createTextNode(words));
    place.scrollIntoView({ block: "nearest" });
  }

  function send(form, button, place) {
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", place.dataset.sending);
    said(place, place.dataset.sending);
    place.append(bar);
    const body = new FormData(form);
    if (button?.name) body.append(button.name, button.value);
    const failed = () => {
      form.dataset.upload = "";
      said(place, place.dataset.failed);
    };
    const sending = new XMLHttpRequest();
    sending.upload.addEventListener("progress", (how) => {
      if (!how.lengthComputable) return;
      bar.value = how.loaded / how.total;
      if (how.loaded === how.total) place.firstChild.textContent = place.dataset.checking;
    });
    sending.addEventListener("error", failed);
    sending.addEventListener("abort", failed);
    sending.addEventListener("load", () => {
      // Sent on to another page, the server leaves it to us to open it (safetyportal.uploads).
      if (sending.status === 204) {
        location.assign(sending.responseURL);
        return;
      }
      const page = new DOMParser().parseFromString(sending.responseText, "text/html");
      if (sending.status >= 500 || sending.status === 413 || !page.querySelector("main form")) failed();
      else show(page);
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
