// The finding at hand: its card and its places in the text are marked, the keyboard acts on it.
let current = null;

const passing = () => cards.filter((card) => !card.classList.contains("out"));

function select(card, { moving = true } = {}) {
  equip(card);
  if (current !== card) {
    if (current) highlight(current, false);
    current = card;
    highlight(card, true);
  }
  if (!moving) return;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "center" });
}

function highlight(card, on) {
  card.classList.toggle("on", on);
  for (const part of places[indexOf(card)]) part.classList.toggle("on", on);
}

function step(by) {
  const shown = passing();
  if (!shown.length) return say("No finding passes the filter.");
  const here = shown.indexOf(current);
  const next = here < 0 ? nearest(shown, by) : here + by;
  if (next < 0 || next >= shown.length) return say(by > 0 ? "That was the last finding." : "That was the first finding.");
  select(shown[next]);
  say(`Finding ${next + 1} of ${shown.length}.`);
}

// From a finding that is filtered out, the next that is not; at first the first, or the last.
function nearest(shown, by) {
  if (!current) return by > 0 ? 0 : shown.length - 1;
  const after = shown.findIndex((card) => cards.indexOf(card) > cards.indexOf(current));
  if (by > 0) return after < 0 ? shown.length : after;
  return (after < 0 ? shown.length : after) - 1;
}

// Where spans overlap, a click takes the innermost, and the next click the one around it.
function pick(part) {
  const held = over(part).map(cardOf).reverse();
  const shown = held.filter((card) => !card.classList.contains("out"));
  if (shown.length) select(shown[(shown.indexOf(current) + 1) % shown.length]);
}
