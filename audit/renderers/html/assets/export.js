// The worksheet, byte for byte as the csv format writes it, with the decisions in it.
const GUARDED = new RegExp(`^(?:${sheet.guarded})`, "iu");
const UNSAFE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]/gu;

function escaped(character) {
  const code = character.charCodeAt(0);
  return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16)}`;
}

function guard(words) {
  const cell = words.replace(UNSAFE, escaped);
  return GUARDED.test(cell) ? `'${cell}` : cell;
}

const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function line(row, index) {
  const { decision, edit, comment } = decisionOf(index);
  const cells = row.map(textOf);
  cells[column("decision")] = decision;
  cells[column("edit")] = decision === "edit" ? guard(edit || sheet.delete) : "";
  cells[column("comment")] = guard(comment);
  return cells;
}

function worksheet() {
  const rows = [sheet.columns, ...sheet.rows.map(line)];
  return `\ufeff${rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("")}`;
}

function save() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([worksheet()], { type: "text/csv" }));
  link.download = "findings.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  exported = true;
  say(`Exported ${cards.length - undecided()} decisions as findings.csv.`);
}
