// What a partner would see, anew while somebody ticks and types. Without this script a button shows the same.
(() => {
  const form = document.querySelector("form[data-preview]");
  const part = form && document.getElementById(form.dataset.preview);
  if (!part) return;
  const AFTER = 900;
  let timer;
  let asked = 0;

  form.addEventListener("change", () => soon(0));
  form.addEventListener("input", () => soon(AFTER));

  function soon(wait) {
    clearTimeout(timer);
    timer = setTimeout(look, wait);
  }

  async function look() {
    const mine = ++asked;
    const data = new FormData(form);
    data.set("preview", "1");
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: data,
        headers: { "X-Part": "preview" },
        redirect: "error",
      });
      // Of two that cross each other the last one asked for counts; a button that has the focus stays where it is.
      if (answer.status !== 200 || mine !== asked || part.contains(document.activeElement)) return;
      const shown = new DOMParser().parseFromString(await answer.text(), "text/html");
      part.replaceChildren(...shown.body.childNodes);
    } catch {
      // Signed out, or no connection: the button tells.
    }
  }
})();
