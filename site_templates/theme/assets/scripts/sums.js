// The reader's own weights on the sums page. Numbers come from the page's data attributes, weights from the controls or
// from the address (#weights=contact:5,heard:0). The house's rounding is kept: half up on the decimal text, first to nine
// places, then to one, with more where the figure would cross a line. A test compares 1,000 sets with Python's figures.
"use strict";
{
  const PLACES = 9;

  // The value as a whole number of 10^-places.
  const digits = (value, places) => {
    const [whole, rest = ""] = String(value).split(".");
    const cut = BigInt(whole + rest.padEnd(places, "0").slice(0, places));
    return rest.length > places && rest[places] >= "5" ? cut + 1n : cut;
  };

  const shown = (value, lines, sign) => {
    const exact = digits(value, PLACES);
    for (let places = 1; places <= PLACES; places += 1) {
      const unit = 10n ** BigInt(PLACES - places);
      const rounded = (exact + unit / 2n) / unit;
      const figure = rounded * unit;
      const kept = lines.every((line) => figure >= line === exact >= line && (figure <= line || exact > line));
      if (kept || places === PLACES) {
        const text = String(rounded).padStart(places + 1, "0");
        return text.slice(0, -places) + sign + text.slice(-places);
      }
    }
    return "";
  };

  const mean = (weights, scores, kind) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (!(total > 0)) return null;
    const over = (shape) => weights.reduce((sum, weight, i) => sum + weight * shape(scores[i]), 0) / total;
    return kind === "arithmetic" ? over((score) => score) : Math.exp(over(Math.log));
  };

  const start = (place) => {
    const form = place.querySelector("form");
    const output = form.querySelector("output");
    const dot = place.querySelector(".sc-own-dot");
    const rows = [...form.querySelectorAll("[data-part]")].map((row) => {
      const [range, number] = row.querySelectorAll("input");
      return { id: row.dataset.part, score: Number(row.dataset.score), range, number };
    });
    const scores = rows.map((row) => row.score);
    const lines = place.dataset.lines.split(" ").map((line) => digits(Number(line), PLACES));

    const weight = (text) => {
      const value = Number(text);
      return Number.isFinite(value) ? Math.min(10, Math.max(0, value)) : 0;
    };
    const show = () => {
      const value = mean(rows.map((row) => weight(row.number.value)), scores, place.dataset.sums);
      output.textContent = value === null ? output.dataset.none : shown(value, lines, place.dataset.decimal);
      dot.setAttribute("visibility", value === null ? "hidden" : "visible");
      if (value !== null) dot.firstElementChild.setAttribute("cx", `${(((value - 1) / 9) * 100).toFixed(2)}%`);
    };
    const keep = (hash) => {
      // Some browsers refuse this for files; the weights then stay out of the address.
      try {
        history.replaceState(history.state, "", hash || location.pathname + location.search);
      } catch {
        /* nothing is lost */
      }
    };
    // Only what looks like our own address is read: known parts, numbers of 0 to 10.
    const given = () => {
      const found = new Map();
      const [name, list] = location.hash.slice(1).split("=");
      if (name !== "weights" || !list) return found;
      for (const item of list.slice(0, 4000).split(",")) {
        const match = /^([a-z0-9-]{1,80}):(\d{1,2}(?:\.\d{1,2})?)$/.exec(item);
        if (match && Number(match[2]) <= 10) found.set(match[1], match[2]);
      }
      return found;
    };
    const read = () => {
      const found = given();
      for (const row of rows) {
        const value = found.get(row.id) ?? row.number.defaultValue;
        row.number.value = value;
        row.range.value = value;
      }
      show();
    };

    form.addEventListener("input", (event) => {
      for (const row of rows) {
        if (event.target === row.range) row.number.value = row.range.value;
        if (event.target === row.number) row.range.value = String(weight(row.number.value));
      }
      show();
    });
    form.addEventListener("change", () => {
      for (const row of rows) row.number.value = String(weight(row.number.value));
      keep(`#weights=${rows.map((row) => `${row.id}:${row.number.value}`).join(",")}`);
      show();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      keep("");
      for (const row of rows) {
        row.number.value = row.number.defaultValue;
        row.range.value = row.number.defaultValue;
      }
      show();
    });
    window.addEventListener("hashchange", () => {
      if (given().size) read();
    });
    read();
    form.hidden = false;
  };

  document.querySelectorAll("[data-sums]").forEach(start);
}
