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

// What is typed is kept on the server while it is typed: a power cut loses a few words at most.
for (const form of all("[data-keep]")) {
  let wait, asked;
  const keep = () => {
    asked = new AbortController();
    // Words only: a file is chosen again, and would be sent at every word.
    const words = [...new FormData(form)].filter(([, said]) => typeof said === "string");
    fetch(form.dataset.keep, { method: "POST", body: new URLSearchParams(words), signal: asked.signal,
      headers: { Accept: "application/json" } })
      .then((answer) => { form.querySelector("[data-kept]").hidden = !answer.ok; }).catch(() => {});
  };
  form.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(keep, 3000); });
  form.addEventListener("submit", () => { clearTimeout(wait); asked?.abort(); });
}

// An act can be undone at once for ten seconds.
setTimeout(() => { for (const undo of all("[data-undo]")) undo.remove(); }, 10000);

// Escape and a press elsewhere fold what opens over the page.
const fold = (except) => {
  for (const open of all(".plus [open], .who[open], .acts[open]")) if (!open.contains(except)) open.open = false;
};
addEventListener("click", (event) => fold(event.target));
addEventListener("keydown", (event) => {
  if (event.key === "Escape") fold();
});
