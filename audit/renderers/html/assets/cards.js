// The buttons of a card, and how a card shows what was decided.
const tool = (card, act) => card.querySelector(`[data-act=${act}]`);
const field = (card, name) => card.querySelector(`[data-field=${name}]`);

function equip(card) {
  if (card.querySelector(".tools")) return;
  card.append(at("tools").content.cloneNode(true));
  const offered = suggestionOf(indexOf(card)) !== null;
  tool(card, "accept").disabled = !offered;
  if (!offered) tool(card, "accept").title = "There is no suggestion: write your own wording";
  if (decisions.has(indexOf(card))) fit(card);
}

// A long report would open late if every card had its buttons at once.
const AT_ONCE = 40;
const later = window.requestIdleCallback ?? setTimeout;

function equipAll(first = 0) {
  cards.slice(first, first + AT_ONCE).forEach(equip);
  if (first + AT_ONCE < cards.length) later(() => equipAll(first + AT_ONCE));
}

function paint(card) {
  card.dataset.decision = decisionOf(indexOf(card)).decision;
  for (const part of places[indexOf(card)]) part.classList.toggle("done", settled(part));
}

function fit(card) {
  const held = decisionOf(indexOf(card));
  for (const kind of KINDS) tool(card, kind).setAttribute("aria-pressed", String(held.decision === kind));
  field(card, "edit").hidden = held.decision !== "edit";
  fill(field(card, "edit"), held.edit);
  if (held.comment) open(card, true);
  fill(field(card, "comment"), held.comment);
}

// A piece of the text is done with when all the findings over it are.
function settled(part) {
  return over(part).every((index) => decisionOf(index).decision);
}

function fill(label, words) {
  const area = label.querySelector("textarea");
  if (area.value !== words) area.value = words;
}

function open(card, shown) {
  field(card, "comment").hidden = !shown;
  tool(card, "comment").setAttribute("aria-expanded", String(shown));
}

const DONE = { accept: "Accepted", reject: "Rejected", edit: "Edited" };

function choose(card, kind) {
  const index = indexOf(card);
  if (kind === "accept" && suggestionOf(index) === null)
    return say("There is no suggestion to accept. Edit the finding to write your own wording.");
  const held = decisionOf(index);
  const taken = held.decision === kind ? "" : kind;
  const first = taken === "edit" && !held.edit;
  decide(index, { decision: taken, ...(first && { edit: suggestionOf(index) ?? textOf(sheet.spans[index]) }) });
  paint(card);
  fit(card);
  tally();
  if (taken === "edit") field(card, "edit").querySelector("textarea").focus();
  say(taken ? `${DONE[taken]}. ${undecided()} undecided.` : "No longer decided.");
}

function undo(card) {
  const held = decisionOf(indexOf(card)).decision;
  if (held) choose(card, held);
}

function comment(card) {
  open(card, field(card, "comment").hidden);
  if (!field(card, "comment").hidden) field(card, "comment").querySelector("textarea").focus();
}

function why(card) {
  tool(card, "why").setAttribute("aria-expanded", String(card.classList.toggle("open")));
}

function rule(card) {
  const note = at(`r${card.dataset.rule}`);
  note.showPopover?.({ source: tool(card, "rule") });
}

document.addEventListener("input", (event) => {
  const name = event.target.closest("[data-field]")?.dataset.field;
  if (!name) return;
  decide(indexOf(event.target.closest(".card")), { [name]: event.target.value });
});
