// Which findings show: one class on a card, and on its places in the text.
const form = at("filters");
const said = new Map();

function words(card) {
  if (!said.has(card)) {
    const row = sheet.rows[indexOf(card)];
    const cells = ["rule", "name", "severity", "text", "suggestion", "message", "back_translation"];
    said.set(card, cells.map((name) => sheet.texts[row[column(name)]]).join("\n").toLowerCase());
  }
  return said.get(card);
}

function wanted() {
  const given = new FormData(form);
  return {
    severities: new Set(given.getAll("severity")),
    rule: given.get("rule"),
    decision: given.get("decision"),
    least: Number(given.get("confidence")),
    words: given.get("words").trim().toLowerCase(),
  };
}

function passes(card, want) {
  const decision = decisionOf(indexOf(card)).decision || "none";
  return (
    want.severities.has(severityOf(card)) &&
    (!want.rule || card.dataset.rule === want.rule) &&
    (!want.decision || decision === want.decision) &&
    Number(card.dataset.confidence) >= want.least &&
    (!want.words || words(card).includes(want.words))
  );
}

function filter() {
  const want = wanted();
  at("least").textContent = `${Math.round(100 * want.least)} %`;
  const shown = new Set();
  const touched = new Set();
  for (const card of cards) {
    const out = !passes(card, want);
    if (!out) for (const part of places[indexOf(card)]) shown.add(part);
    if (card.classList.contains("out") === out) continue;
    card.classList.toggle("out", out);
    for (const part of places[indexOf(card)]) touched.add(part);
  }
  for (const part of touched) part.classList.toggle("off", !shown.has(part));
  tally();
}

function tally() {
  const count = passing().length;
  const all = count === cards.length ? "" : ` of ${cards.length}`;
  const noun = cards.length === 1 ? "finding" : "findings";
  at("count").textContent = `${count}${all} ${noun}, ${cards.length - undecided()} decided`;
  total();
}

function unfold(shown) {
  form.hidden = !shown;
  at("filtering").setAttribute("aria-expanded", String(shown));
}

form?.addEventListener("input", filter);
form?.addEventListener("submit", (event) => event.preventDefault());
form?.addEventListener("reset", () => setTimeout(filter));
