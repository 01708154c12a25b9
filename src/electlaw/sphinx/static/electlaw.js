// Language switch, and "the law on": shows the version of each place that was law on a chosen day.
// Without this script the page is the full history.
(function () {
  "use strict";
  const root = document.documentElement;

  function setLanguage(lang) {
    root.dataset.lang = root.lang = lang;
    try { localStorage.setItem("electlaw-lang", lang); } catch (e) { /* private mode */ }
    for (const button of document.querySelectorAll("[data-set-lang]")) {
      button.setAttribute("aria-pressed", String(button.dataset.setLang === lang));
    }
    document.dispatchEvent(new CustomEvent("electlaw:language"));
  }

  for (const button of document.querySelectorAll("[data-set-lang]")) {
    button.addEventListener("click", () => setLanguage(button.dataset.setLang));
  }
  if (root.dataset.lang) setLanguage(root.dataset.lang);

  const bar = document.querySelector(".el-datebar");
  const both = (en, id) => (root.dataset.lang === "id" ? id : en);

  function written(iso) {
    const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    return new Intl.DateTimeFormat(both("en-GB", "id-ID"), options).format(new Date(Date.parse(iso)));
  }

  function today() {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  // Whether each day is shown as known on that day, or as known today (where a court said later what was law).
  let hindsight = false;

  function spells(block) {
    const later = block.querySelector(":scope > .el-hindsight > .el-spells");
    return (hindsight && later ? later : block.querySelector(":scope > .el-spells")).children;
  }

  function spellOn(block, day) {
    for (const spell of spells(block)) {
      const { from, until } = spell.dataset;
      if (from <= day && (!until || day < until)) return spell;
    }
    return null;
  }

  function carryDate(day) {
    for (const link of document.querySelectorAll("article a.reference.internal[href], .bd-sidebar-primary a[href], .prev-next-area a[href]")) {
      const url = new URL(link.getAttribute("href"), location.href);
      if (url.origin !== location.origin) continue;
      if (day) url.searchParams.set("on", day); else url.searchParams.delete("on");
      link.href = url.href;
    }
  }

  // Puts a short remark behind the name of a place, or takes it away.
  function note(block, kind, text) {
    const head = block.querySelector(":scope > .el-place-head");
    let mark = head.querySelector(`.${kind}`);
    if (!text) { if (mark) mark.remove(); return; }
    if (!mark) {
      mark = document.createElement("span");
      mark.className = kind;
      head.append(mark);
    }
    mark.textContent = text;
  }

  function show(day, push) {
    const now = today();
    let differing = 0;
    for (const block of document.querySelectorAll(".el-block")) {
      const on = spellOn(block, day);
      const current = spellOn(block, now);
      block.classList.add("el-dated");
      block.classList.toggle("el-empty-block", !on);
      block.classList.toggle("el-now", hindsight);
      for (const spell of spells(block)) spell.classList.toggle("is-on", spell === on);
      const differs = on !== current;
      note(block, "el-absent", !on && both("not law on this day", "belum atau tidak lagi ada pada tanggal ini"));
      note(block, "el-differs", on && differs && both("differs from today", "berbeda dari hari ini"));
      differing += differs ? 1 : 0;
    }
    bar.querySelector("#el-date").value = day;
    const jump = bar.querySelector("#el-jump");
    jump.value = [...jump.options].some((option) => option.value === day) ? day : "";
    const notes = [];
    if (day !== now) {
      notes.push(differing
        ? both(`${differing} of the entries below differ from today.`, `${differing} butir di bawah berbeda dari hari ini.`)
        : both("Nothing below differs from today.", "Tidak ada yang berbeda dari hari ini."));
    }
    if (day > bar.dataset.cutoff) {
      notes.push(both(`Projected: the data end on ${written(bar.dataset.cutoff)}.`, `Proyeksi: data berakhir pada ${written(bar.dataset.cutoff)}.`));
    }
    bar.querySelector("output").textContent = notes.join(" ");
    if (push) {
      const url = new URL(location.href);
      if (day === now) url.searchParams.delete("on"); else url.searchParams.set("on", day);
      if (hindsight) url.searchParams.set("known", "now"); else url.searchParams.delete("known");
      try { history.replaceState(null, "", url); } catch (e) { /* opened as a file */ }
    }
    carryDate(day === now ? "" : day);
  }

  if (bar) {
    const valid = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text || "") && !Number.isNaN(Date.parse(text));
    const asked = new URLSearchParams(location.search).get("on");
    let day = valid(asked) ? asked : today();
    bar.hidden = false;
    bar.addEventListener("submit", (event) => event.preventDefault());
    const pick = (value) => { if (valid(value)) { day = value; show(day, true); } };
    bar.querySelector("#el-date").addEventListener("change", (event) => pick(event.target.value));
    bar.querySelector("#el-jump").addEventListener("change", (event) => pick(event.target.value));
    bar.querySelector(".el-today").addEventListener("click", () => pick(today()));
    const all = bar.querySelector(".el-all");
    all.addEventListener("click", () => {
      const on = all.getAttribute("aria-pressed") !== "true";
      all.setAttribute("aria-pressed", String(on));
      for (const block of document.querySelectorAll(".el-block")) block.classList.toggle("el-every", on);
    });
    const known = bar.querySelector(".el-known");
    known.hidden = !document.querySelector(".el-hindsight");
    hindsight = !known.hidden && new URLSearchParams(location.search).get("known") === "now";
    known.setAttribute("aria-pressed", String(hindsight));
    known.addEventListener("click", () => {
      hindsight = !hindsight;
      known.setAttribute("aria-pressed", String(hindsight));
      show(day, true);
    });
    document.addEventListener("electlaw:language", () => show(day, false));
    show(day, false);
  }
})();
