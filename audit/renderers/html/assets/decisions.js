// Decisions by finding, kept in the browser where it lets the page; a page opened from a file may be refused.
const KEY = `audit:${sheet.digest}`;
const KINDS = ["accept", "reject", "edit"];
const decisions = new Map();
let kept = true;
let exported = true;

const undecided = () => cards.length - [...decisions.values()].filter((one) => one.decision).length;
const decisionOf = (index) => decisions.get(index) ?? { decision: "", edit: "", comment: "" };

function decide(index, change) {
  const held = { ...decisionOf(index), ...change };
  if (held.decision || held.comment) decisions.set(index, held);
  else decisions.delete(index);
  exported = false;
  keep();
}

function keep() {
  try {
    localStorage.setItem(KEY, JSON.stringify([...decisions]));
  } catch {
    refused();
  }
}

function refused() {
  kept = false;
  if (at("unkept")) at("unkept").hidden = false;
}

// What is stored may have been written by anything: only what this page could have written is taken.
function restore() {
  let held = [];
  try {
    held = JSON.parse(localStorage.getItem(KEY) ?? "[]");
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) refused();
  }
  for (const one of Array.isArray(held) ? held : []) {
    const [index, cells] = Array.isArray(one) ? one : [];
    const { decision, edit, comment } = cells ?? {};
    if (Number.isInteger(index) && places[index] && [decision, edit, comment].every((cell) => typeof cell === "string"))
      if (decision === "" || KINDS.includes(decision)) decisions.set(index, { decision, edit, comment });
  }
}

addEventListener("beforeunload", (event) => {
  if (!kept && !exported) event.preventDefault();
});
