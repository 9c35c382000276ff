// The table of the articles: sorted by a click on a head, with the decisions counted.
const decidedCells = document.querySelectorAll("[data-decided]");

function total() {
  for (const cell of decidedCells) {
    const held = [...at(`a${cell.dataset.decided}`).querySelectorAll(".card")];
    const done = held.filter((card) => decisionOf(indexOf(card)).decision).length;
    cell.dataset.value = held.length ? done / held.length : 1;
    cell.textContent = `${done} of ${held.length}`;
  }
}

function value(row, place) {
  const cell = row.cells[place];
  return "value" in cell.dataset ? Number(cell.dataset.value) : cell.textContent;
}

function compare(one, other) {
  return typeof one === "number" ? one - other : one.localeCompare(other);
}

function sort(head) {
  const place = head.cellIndex;
  const rising = head.getAttribute("aria-sort") !== "ascending" && (place === 0 || head.getAttribute("aria-sort") !== "none");
  for (const other of head.parentNode.cells) other.setAttribute("aria-sort", "none");
  head.setAttribute("aria-sort", rising ? "ascending" : "descending");
  const body = head.closest("table").tBodies[0];
  const sign = rising ? 1 : -1;
  body.append(...[...body.rows].sort((one, other) => sign * compare(value(one, place), value(other, place))));
}
