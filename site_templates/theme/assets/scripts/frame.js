// The button for colours, remembered as the theme remembers it; and the menu closes by Escape. Nothing else.
(() => {
  "use strict";
  const body = document.body, button = document.querySelector(".sc-scheme"), name = "data-md-color-scheme";
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen = false;
  try { chosen = Boolean(__md_get("__palette")); } catch { /* a reader who lets nothing be stored */ }
  if (button) {
    const told = button.dataset;
    const show = (dark) => {
      body.setAttribute(name, dark ? told.scheme : told.other);
      button.title = dark ? told.otherName : told.name;
      button.setAttribute("aria-label", button.title);
    };
    show(body.getAttribute(name) === told.scheme);
    button.hidden = false;
    button.addEventListener("click", () => {
      show(body.getAttribute(name) !== told.scheme);
      chosen = true;
      const color = {};
      for (const part of ["scheme", "primary", "accent"]) color[part] = body.getAttribute("data-md-color-" + part);
      __md_set("__palette", { color });
    });
    system.addEventListener("change", () => { if (!chosen) show(system.matches); });
  }
  const menu = document.querySelector(".sc-menu details");
  menu?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
})();
