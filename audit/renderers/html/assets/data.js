// What the page holds: its cards in order, where each finding stands in the text, and the worksheet.
const at = (id) => document.getElementById(id);
const sheet = JSON.parse(at("sheet").textContent);
const cards = [...document.querySelectorAll(".card")];
const indexOf = (card) => Number(card.id.slice(1));
const cardOf = (index) => at(`f${index}`);
const column = (name) => sheet.columns.indexOf(name);

const places = new Map(cards.map((card) => [indexOf(card), []]));
for (const part of document.querySelectorAll("mark[data-f]"))
  for (const index of part.dataset.f.split(" ")) places.get(Number(index))?.push(part);
for (const link of document.querySelectorAll("a.ref")) places.get(Number(link.hash.slice(2)))?.push(link);

const textOf = (place) => (place === null ? null : sheet.texts[place]);
const suggestionOf = (index) => textOf(sheet.remedies[index]);
const severityOf = (card) => card.classList[1];

function say(words) {
  at("told").textContent = words;
}
