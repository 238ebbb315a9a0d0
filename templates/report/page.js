// The page is complete without this: it adds filters, links that unfold, colours and copying.
(() => {
  "use strict";
  const root = document.documentElement;
  const THEME = "provgen-report-theme";

  // Storage is refused in some places, such as frames without rights; the page does without it then.
  const remembered = () => { try { return localStorage.getItem(THEME); } catch { return null; } };
  const remember = (value) => { try { localStorage.setItem(THEME, value); } catch { /* not remembered */ } };
  // Before the page is drawn, so that it does not flash.
  if (["dark", "light"].includes(remembered())) root.dataset.theme = remembered();
  root.classList.add("js");

  document.addEventListener("DOMContentLoaded", () => {
    const all = (selector, from = document) => [...from.querySelectorAll(selector)];
    const byId = (id) => document.getElementById(id);
    for (const it of all("[data-script]")) it.hidden = false;

    // ── colours ──────────────────────────────────────────────────────────────
    const system = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
    const showTheme = () => byId("theme").setAttribute("aria-pressed", String(isDark()));
    byId("theme").addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      remember(root.dataset.theme);
      showTheme();
    });
    system.addEventListener("change", showTheme);
    showTheme();

    // ── copying ──────────────────────────────────────────────────────────────
    const copied = async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        const box = document.createElement("textarea");
        box.value = text;
        document.body.append(box);
        box.select();
        const done = document.execCommand("copy");
        box.remove();
        return done;
      }
    };
    document.addEventListener("click", async (event) => {
      const button = event.target.closest(".copy");
      if (!button) return;
      const text = button.previousElementSibling.textContent;
      // What has lines is a piece of a file.
      const done = await copied(text.includes("\n") ? `${text}\n` : text);
      button.focus();
      byId("said").textContent = done ? "Copied" : "Could not be copied";
      button.classList.toggle("done", done);
      setTimeout(() => { button.classList.remove("done"); byId("said").textContent = ""; }, 2000);
    });

    // ── printing shows what is folded ────────────────────────────────────────
    let folded = [];
    addEventListener("beforeprint", () => {
      folded = all("details:not([open])");
      for (const it of folded) it.open = true;
    });
    addEventListener("afterprint", () => { for (const it of folded) it.open = false; });

    // ── filters ──────────────────────────────────────────────────────────────
    const form = byId("filters");
    if (!form) return;
    const groups = all(".group").map((element) => {
      const size = element.querySelector(".size");
      return { element, size, said: size.textContent, opened: false };
    });
    const lists = all(".list");
    const entries = all(".change").map((element) => ({
      element,
      level: element.dataset.level,
      layers: element.dataset.layers.split(" "),
      resources: element.dataset.resources.split(" "),
      text: all("[data-find], .pointer", element).map((it) => it.textContent).join("\n").toLowerCase(),
    }));
    const options = [...form.elements.resource.options].slice(1);
    const boxes = (name) => all(`input[name=${name}]`, form);
    const chosen = (name) => boxes(name).filter((it) => it.checked).map((it) => it.value);
    const tell = (number) => `${number} ${number === 1 ? "entry" : "entries"}`;

    const apply = () => {
      const levels = chosen("level"), layers = chosen("layer");
      const key = form.elements.resource.selectedOptions[0]?.dataset.key;
      const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
      const filtered = Boolean(levels.length || layers.length || key || words.length);
      const counts = new Map();
      const add = (name) => counts.set(name, (counts.get(name) ?? 0) + 1);
      let shown = 0;
      for (const it of entries) {
        const level = !levels.length || levels.includes(it.level);
        const layer = !layers.length || it.layers.some((name) => layers.includes(name));
        const resource = !key || it.resources.includes(key);
        const text = words.every((word) => it.text.includes(word));
        // A choice counts what it would show beside the other filters.
        if (layer && resource && text) add(`level ${it.level}`);
        if (level && resource && text) for (const name of it.layers) add(`layer ${name}`);
        if (level && layer && text) for (const name of it.resources) add(`resource ${name}`);
        it.element.hidden = !(level && layer && resource && text);
        if (!it.element.hidden) shown += 1;
      }
      for (const name of ["level", "layer"])
        for (const box of boxes(name))
          box.parentElement.querySelector(".number").textContent = counts.get(`${name} ${box.value}`) ?? 0;
      for (const it of options) it.textContent = `${it.dataset.words} (${counts.get(`resource ${it.dataset.key}`) ?? 0})`;
      // Groups open for what is looked for, and close when the search is over.
      for (const group of groups) {
        const left = all(".change:not([hidden])", group.element).length;
        group.element.hidden = !left;
        group.size.textContent = filtered ? `${left} of ${group.said}` : group.said;
        if (filtered && !group.element.hidden && !group.element.open) group.opened = group.element.open = true;
        if (!filtered && group.opened) group.opened = group.element.open = false;
      }
      for (const it of lists) it.hidden = !it.querySelector(".change:not([hidden])");
      byId("empty").hidden = shown > 0;
      byId("count").textContent = filtered ? `${shown} of ${tell(entries.length)}` : tell(shown);
      root.classList.toggle("filtered", filtered);
    };

    // ── the address holds the filters, or the entry that was linked to ───────
    const write = () => {
      const state = new URLSearchParams();
      for (const name of ["level", "layer"]) if (chosen(name).length) state.set(name, chosen(name).join(","));
      for (const name of ["resource", "text"]) if (form.elements[name].value) state.set(name, form.elements[name].value);
      try { history.replaceState(null, "", state.size ? `#${state}` : location.pathname + location.search); } catch { /* as it was */ }
    };
    const set = (state) => {
      for (const name of ["level", "layer"]) {
        const values = (state.get(name) ?? "").split(",");
        for (const box of boxes(name)) box.checked = values.includes(box.value);
      }
      form.elements.resource.value = state.get("resource") ?? "";
      if (form.elements.resource.selectedIndex < 0) form.elements.resource.value = "";
      form.elements.text.value = state.get("text") ?? "";
      apply();
    };
    const reveal = (element) => {
      if (element.hidden) set(new URLSearchParams());
      for (let it = element; it; it = it.parentElement) if (it.localName === "details") it.open = true;
      element.scrollIntoView();
      element.querySelector("summary").focus({ preventScroll: true });
    };
    const target = () => (location.hash.length > 1 ? byId(location.hash.slice(1)) : null);
    const read = () => {
      if (target()?.matches(".change")) reveal(target());
      else if (!target()) set(new URLSearchParams(location.hash.slice(1)));
    };

    let waiting;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      apply();
      // Browsers refuse an address that changes with every key.
      clearTimeout(waiting);
      waiting = setTimeout(write, 150);
    });
    document.addEventListener("click", (event) => {
      const action = event.target.closest("[data-do]")?.dataset.do;
      if (action === "reset") {
        const away = event.target.closest("#empty");
        set(new URLSearchParams());
        write();
        if (away) form.elements.text.focus();
      }
      if (action === "fold" || action === "unfold") {
        for (const it of all(".group, .change")) it.open = action === "unfold";
        for (const it of groups) it.opened = false;
      }
      // The same link once more is no change of the address, but the entry may be folded again by now.
      if (event.target.closest("a")?.hash === location.hash) read();
    });
    addEventListener("hashchange", read);
    // The browser goes to the place itself when all is loaded, and takes the focus away.
    addEventListener("load", () => requestAnimationFrame(() => { if (target()) read(); }));
    set(new URLSearchParams());
    read();
  });
})();
