// Everything a click or a key does. Keys do nothing while words are being typed or a dialog is open.
const TYPING = "textarea, select, input:not([type=checkbox], [type=range])";

const deeds = {
  next: () => step(1),
  previous: () => step(-1),
  help: () => at("help").showModal(),
  accept: (card) => choose(card, "accept"),
  reject: (card) => choose(card, "reject"),
  edit: (card) => choose(card, "edit"),
  comment,
  why,
  rule,
  undo,
};
const KEYS = {
  n: "next", j: "next", p: "previous", k: "previous", "?": "help",
  a: "accept", r: "reject", e: "edit", c: "comment", w: "why", i: "rule", u: "undo",
};
const GENERAL = ["next", "previous", "help"];

function act(name, card) {
  if (GENERAL.includes(name)) return deeds[name]();
  if (!card) return say("Go to a finding first, with n.");
  select(card, { moving: false });
  deeds[name](card);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.matches("textarea")) return event.target.closest(".card").focus();
  if (event.ctrlKey || event.metaKey || event.altKey || !at("keyed").checked) return;
  if (event.target.matches(TYPING) || document.querySelector("dialog[open], :popover-open")) return;
  if (event.key === "/" && form) {
    event.preventDefault();
    unfold(true);
    form.elements.words.focus();
  } else if (Object.hasOwn(KEYS, event.key) && (cards.length || event.key === "?")) {
    event.preventDefault();
    act(KEYS[event.key], current);
  }
});

document.addEventListener("click", (event) => {
  const near = (selector) => event.target.closest(selector);
  const card = near(".card");
  if (near("[data-act]")) return act(near("[data-act]").dataset.act, card);
  if (near("#export")) return save();
  if (near("#theme")) return turn();
  if (near("#filtering")) return unfold(form.hidden);
  if (near("thead button")) return sort(near("th"));
  if (near("[data-copy]")) return copy(near("[data-copy]"));
  if (near("[data-go]")) return go(at(near("[data-go]").dataset.go));
  if (near("a.ref")) {
    event.preventDefault();
    return select(cardOf(near("a.ref").hash.slice(2)));
  }
  if (near("mark[data-f]")) return pick(near("mark[data-f]"));
  if (card) select(card, { moving: false });
});

document.addEventListener("focusin", (event) => {
  const card = event.target.closest(".card");
  if (card) select(card, { moving: false });
});

function go(place) {
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start" });
}

function copy(button) {
  const done = () => say("Copied.");
  const failed = () => say(`Copy it by hand: ${button.dataset.copy}`);
  if (!navigator.clipboard) return failed();
  navigator.clipboard.writeText(button.dataset.copy).then(done, failed);
}
