// The inbox by keys, and a quiet line when reports came in. Without this script Tab reaches everything, and nothing is lost.
(() => {
  const list = document.querySelector("[data-list]");
  const keys = document.querySelector("[data-keys]");
  // For who has keys: a telephone shows no line about them.
  if (keys && window.matchMedia("(hover: hover) and (pointer: fine)").matches) keys.hidden = false;

  // Only while something in the list has the focus, so that no key does anything anywhere else.
  list?.addEventListener("keydown", (event) => {
    const row = event.target.closest("li");
    if (!row || event.ctrlKey || event.altKey || event.metaKey) return;
    const acts = {
      j: () => go(row.nextElementSibling),
      ArrowDown: () => go(row.nextElementSibling),
      k: () => go(row.previousElementSibling),
      ArrowUp: () => go(row.previousElementSibling),
      x: () => row.querySelector("[name=case]").click(),
      "?": () => showKeys(),
      "/": () => document.querySelector("input[type=search]")?.focus(),
    };
    if (event.target.name === "case") acts.Enter = () => row.querySelector("a").click();
    if (!Object.hasOwn(acts, event.key)) return;
    event.preventDefault();
    acts[event.key]();
  });

  // What the keys are, and the focus on it; Esc brings back to the list.
  function showKeys() {
    if (!keys) return;
    const from = document.activeElement;
    keys.hidden = false;
    keys.open = true;
    const title = keys.querySelector("summary");
    title.focus();
    title.addEventListener("keydown", (event) => event.key === "Escape" && from.focus(), { once: true });
  }

  function go(row) {
    row?.querySelector("a").focus();
  }

  const news = document.querySelector("[data-news]");
  const EVERY = 60_000;
  if (news) setInterval(look, EVERY);

  async function look() {
    if (document.hidden || !news.dataset.news) return;
    try {
      const answer = await fetch(news.dataset.news, { redirect: "error" });
      if (answer.status === 200) show(await answer.text());
      else if (answer.status !== 204) news.dataset.news = "";
    } catch {
      news.dataset.news = ""; // signed out, or no connection: the page itself will tell
    }
  }

  function show(words) {
    if (news.dataset.words === words) return;
    news.dataset.words = words;
    const link = document.createElement("a");
    link.href = "";
    link.textContent = `${words}: ${news.dataset.show}`;
    news.replaceChildren(link);
  }
})();
