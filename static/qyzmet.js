// Everything on the site works without this script. It adds three comforts: the
// slash key, suggestions while typing, links that copy themselves. That is all
// that it may do: no state, nobody else's server.

// The slash key puts the cursor into the search field.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  if (target instanceof Element && target.closest("input, textarea, select, [contenteditable]")) return;
  const field = document.querySelector("[data-search]");
  if (!field) return;
  event.preventDefault();
  field.focus();
});

// A link to a place on a page also puts its whole address into the clipboard.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-copy]") : null;
  const status = document.querySelector("[data-copied]");
  if (!link || !status || !navigator.clipboard) return;
  if (!link.getAttribute("href").startsWith("#")) event.preventDefault();
  navigator.clipboard.writeText(link.href).then(() => {
    status.textContent = status.dataset.copied;
    setTimeout(() => { status.textContent = ""; }, 3000);
  }, () => {});
});

// Suggestions of the server while somebody types, in the browser's own list.
for (const field of document.querySelectorAll("[data-search]")) {
  const list = document.createElement("datalist");
  list.id = `${field.id}-list`;
  field.after(list);
  field.setAttribute("list", list.id);
  let asked = "";
  let waiting;
  const ask = async () => {
    const query = field.value.trim();
    if (query.length < 2 || query === asked) return;
    asked = query;
    const language = document.documentElement.lang;
    const address = `/api/v1/suggest?${new URLSearchParams({ q: query, language })}`;
    try {
      const answer = await fetch(address);
      if (!answer.ok || field.value.trim() !== query) return;
      const { suggestions } = await answer.json();
      list.replaceChildren(...suggestions.map(({ text }) => new Option(text, text)));
    } catch {
      // Without a server there are no suggestions; the form still works.
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
}
