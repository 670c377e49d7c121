// Drag over the photo to choose a rectangle of cells, and walk through them with the arrows. Without this script each is a tick box.
(() => {
  const COLUMNS = 12;
  const field = document.querySelector("[data-mask]");
  if (!field) return;
  const cells = [...field.querySelectorAll("input")];
  const count = document.querySelector("[data-mask-count]");
  let from = null;

  // A finger taps cells, so that the page still scrolls under it.
  field.addEventListener("pointerdown", (event) => {
    const at = cells.indexOf(event.target);
    if (at < 0 || event.button !== 0 || event.pointerType === "touch") return;
    from = { at, on: !cells[at].checked, before: cells.map((one) => one.checked), moved: false };
  });

  field.addEventListener("pointermove", (event) => {
    if (!from) return;
    const at = cells.indexOf(document.elementFromPoint(event.clientX, event.clientY));
    if (at < 0 || (at === from.at && !from.moved)) return;
    from.moved = true;
    const [left, right] = sorted(from.at % COLUMNS, at % COLUMNS);
    const [top, bottom] = sorted(Math.floor(from.at / COLUMNS), Math.floor(at / COLUMNS));
    cells.forEach((cell, place) => {
      const row = Math.floor(place / COLUMNS), column = place % COLUMNS;
      const inside = row >= top && row <= bottom && column >= left && column <= right;
      cell.checked = inside ? from.on : from.before[place];
    });
    changed();
  });

  document.addEventListener("pointerup", () => {
    // A click follows, on the cell where the drag ended if that is where it began: it must not turn that one back.
    const moved = from?.moved;
    from = null;
    if (moved) {
      const stop = (event) => event.preventDefault();
      field.addEventListener("click", stop, { once: true, capture: true });
      setTimeout(() => field.removeEventListener("click", stop, { capture: true }));
    }
  });

  field.addEventListener("keydown", (event) => {
    const at = cells.indexOf(event.target);
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS }[event.key];
    if (at < 0 || !step) return;
    event.preventDefault();
    cells[at + step]?.focus();
  });

  field.addEventListener("change", changed);

  function changed() {
    const chosen = cells.filter((one) => one.checked).length;
    if (count) count.textContent = `${count.dataset.maskWords} ${chosen}`;
    const how = document.querySelector("input[name=how][value=masked]");
    if (how && chosen) how.checked = true;
  }

  function sorted(one, other) {
    return one < other ? [one, other] : [other, one];
  }
})();
