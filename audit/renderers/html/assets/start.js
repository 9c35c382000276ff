// The theme, and the page as it was left.
const THEME = "audit:theme";
const system = matchMedia("(prefers-color-scheme: dark)");
const dark = () => (document.documentElement.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";

function dress(theme) {
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
  at("theme").setAttribute("aria-pressed", String(dark()));
}

function turn() {
  const theme = dark() ? "light" : "dark";
  dress(theme);
  try {
    localStorage.setItem(THEME, theme);
  } catch {
    // The theme then lasts as long as the page.
  }
}

function remembered() {
  try {
    return localStorage.getItem(THEME);
  } catch {
    return null;
  }
}

dress(remembered());
system.addEventListener("change", () => dress(null));
restore();
for (const index of decisions.keys()) paint(cardOf(index));
equipAll();
if (form) {
  unfold(matchMedia("(min-width: 60rem)").matches);
  tally();
}
