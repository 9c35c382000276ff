// What the page holds: its cards in order, where each finding stands in the text, and the worksheet.
const at = (id) => document.getElementById(id);
const sheet = JSON.parse(at("sheet").textContent);
const cards = [...document.querySelectorAll(".card")];
const indexOf = (card) => Number(card.id.slice(1));
const cardOf = (index) => at(`f${index}`);
const column = (name) => sheet.columns.indexOf(name);


// The pieces of text and the number of each finding, in the order of the worksheet's rows.
const places = sheet.rows.map(() => []);
for (const part of document.querySelectorAll("mark[data-f], a.ref"))
  for (const index of over(part)) places[index].push(part);

function over(part) {
  return (part.getAttribute("data-f") ?? part.getAttribute("href").slice(2)).split(" ").map(Number);
}

const textOf = (place) => (place === null ? null : sheet.texts[place]);
const suggestionOf = (index) => textOf(sheet.remedies[index]);
const severityOf = (card) => card.classList[1];

function say(words) {
  at("told").textContent = words;
}
