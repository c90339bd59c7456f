/* The search page: every word must be found, whole or as a beginning; titles count most. Text is never read as HTML. */
(() => {
  "use strict";
  const form = document.querySelector(".sc-search");
  const count = document.querySelector(".sc-search-count");
  const list = document.querySelector(".sc-search-found");
  if (!form || !count || !list) return;
  const MOST = 50;
  const words = form.dataset;
  const input = form.querySelector("input");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const reader = new DOMParser();
  const read = (html) => reader.parseFromString(html, "text/html").body.textContent.replace(/\s+/g, " ").trim();
  const rough = (html) => plain(html.replace(/<[^>]*>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, "&"));
  let pages = null;

  const load = async () => {
    const answer = await fetch(words.index);
    if (!answer.ok) throw new Error(String(answer.status));
    const byPage = new Map();
    for (const entry of (await answer.json()).docs) {
      const [page, part] = entry.location.split("#");
      const known = byPage.get(page);
      if (!known) byPage.set(page, { page, title: entry.title, texts: [entry.text] });
      else known.texts.push(part ? `${entry.title} ${entry.text}` : entry.text);
    }
    return [...byPage.values()].map((one) => ({ ...one, inTitle: rough(one.title), inText: rough(one.texts.join(" ")) }));
  };

  /* 0 where the word is not there; more in a title, and more at the beginning of a word. */
  const worth = (text, word) => {
    let best = 0;
    for (let at = text.indexOf(word); at >= 0 && best < 2; at = text.indexOf(word, at + 1)) {
      best = at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]) ? 2 : 1;
    }
    return best;
  };

  const find = (asked) => {
    const found = [];
    for (const one of pages) {
      let total = 0;
      for (const word of asked) {
        const here = 10 * worth(one.inTitle, word) + worth(one.inText, word);
        if (!here) { total = 0; break; }
        total += here;
      }
      if (total) found.push([total, one]);
    }
    return found.sort((a, b) => b[0] - a[0]).map(([, one]) => one);
  };

  /* Text with the words marked; plain() keeps one letter per letter but where marks fall away, so the place is searched anew. */
  const marked = (text, asked) => {
    const parts = document.createDocumentFragment();
    const letters = [...text];
    const low = letters.map((letter) => plain(letter).slice(0, 1) || " ").join("");
    let at = 0;
    while (at < letters.length) {
      const word = asked.find((one) => low.startsWith(one, at) && (at === 0 || !/[\p{L}\p{N}]/u.test(low[at - 1])));
      const end = word ? at + word.length : at + 1;
      const piece = letters.slice(at, end).join("");
      if (word) {
        const mark = document.createElement("mark");
        mark.textContent = piece;
        parts.append(mark);
      } else parts.append(piece);
      at = end;
    }
    parts.normalize();
    return parts;
  };

  const excerpt = (text, asked) => {
    const low = plain(text);
    const at = Math.max(0, Math.min(...asked.map((word) => { const i = low.indexOf(word); return i < 0 ? Infinity : i; }).concat(low.length)) - 60);
    const start = at === 0 ? 0 : text.indexOf(" ", at) + 1;
    const cut = text.slice(start, start + 200);
    return (start > 0 ? "… " : "") + cut + (start + 200 < text.length ? " …" : "");
  };

  const show = () => {
    const asked = plain(input.value).split(/\s+/).filter(Boolean);
    list.replaceChildren();
    count.textContent = "";
    if (!asked.length || !pages) return;
    const found = find(asked);
    const n = found.length.toLocaleString(document.documentElement.lang || "en");
    count.textContent = !found.length ? words.none : found.length === 1 ? words.one
      : (found.length > MOST ? words.most : words.many).replace("{n}", n).replace("{shown}", String(MOST));
    for (const one of found.slice(0, MOST)) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = words.root + one.page;
      link.append(marked(read(one.title), asked));
      item.append(link);
      const text = read(one.texts.join(" "));
      if (text && text !== read(one.title)) {
        const line = document.createElement("p");
        line.append(marked(excerpt(text, asked), asked));
        item.append(line);
      }
      list.append(item);
    }
  };

  const keep = () => {
    const address = new URL(location.href);
    if (input.value) address.searchParams.set("q", input.value); else address.searchParams.delete("q");
    try { history.replaceState(null, "", address); } catch { /* a page from a folder has no address to keep */ }
  };

  let loading = null;
  const run = async () => {
    try {
      loading ??= load();
      pages = await loading;
    } catch {
      count.textContent = words.failed;
      return;
    }
    show();
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); keep(); run(); });
  input.addEventListener("input", run);
  input.addEventListener("change", keep);
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) run();
  input.focus({ preventScroll: true });
})();
