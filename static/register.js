// Small comforts; every page works without them.
const all = (what) => document.querySelectorAll(what);

for (const button of all("[data-print]")) {
  button.hidden = false;
  button.onclick = () => print();
}
for (const words of all("[data-print-how]")) words.hidden = true;

// A second press of the same button sends nothing more while the first answer is awaited.
addEventListener("submit", (event) => {
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "1";
});
addEventListener("pageshow", () => { for (const form of all("[data-sent]")) delete form.dataset.sent; });

// Escape and a press elsewhere fold what opens over the page.
const fold = (except) => {
  for (const open of all(".plus [open], .who[open], .acts[open]")) if (!open.contains(except)) open.open = false;
};
addEventListener("click", (event) => fold(event.target));
addEventListener("keydown", (event) => {
  if (event.key === "Escape") fold();
});
