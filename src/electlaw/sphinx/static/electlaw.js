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
    for (const field of document.querySelectorAll("input[data-halves], input[placeholder*=' · ']")) {
      field.dataset.halves ||= field.placeholder;
      const half = field.dataset.halves.split(" · ")[lang === "id" ? 0 : 1];
      field.placeholder = half;
      field.setAttribute("aria-label", half);
    }
    document.dispatchEvent(new CustomEvent("electlaw:language"));
  }

  for (const button of document.querySelectorAll("[data-set-lang]")) {
    button.addEventListener("click", () => setLanguage(button.dataset.setLang));
  }
  if (root.dataset.lang) setLanguage(root.dataset.lang);

  const bar = document.querySelector(".el-datebar");
  const both = (en, id) => (root.dataset.lang === "id" ? id : en);

  function written(iso, lang) {
    const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    return new Intl.DateTimeFormat((lang || root.dataset.lang) === "id" ? "id-ID" : "en-GB", options).format(new Date(Date.parse(iso)));
  }

  // A text in both languages, of which the switch shows one.
  function said(en, id) {
    return [["l-id", "id", id], ["l-en", "en", en]].map(([kind, lang, text]) => {
      const made = document.createElement("span");
      made.className = kind;
      made.lang = lang;
      made.textContent = text;
      return made;
    });
  }

  // What is wider than its box says so above it, and fades at the edge until it is scrolled to its end.
  function cue(box) {
    const wide = box.scrollWidth - box.clientWidth;
    const above = box.previousElementSibling;
    const line = above && above.classList.contains("el-more-said") ? above : null;
    box.classList.toggle("el-more", wide - box.scrollLeft > 4);
    if (wide > 4 && !line) {
      const made = document.createElement("p");
      made.className = "el-more-said";
      made.append(...said("Scroll sideways for the rest →", "Geser ke samping untuk selengkapnya →"));
      box.before(made);
    } else if (wide <= 4 && line) line.remove();
  }

  const cueAll = () => document.querySelectorAll(".el-scroll").forEach(cue);
  document.addEventListener("scroll", (event) => { if (event.target.matches?.(".el-scroll")) cue(event.target); }, true);
  document.addEventListener("toggle", cueAll, true);
  document.addEventListener("electlaw:language", cueAll);
  window.addEventListener("resize", cueAll);
  cueAll();

  // Reads a day as people write it: 2024-08-19, 2024-8-19, 19-08-2024, 19/8/2024. What is no day, or none the data
  // reach, gives the nearest that is, and says in both languages what was wrong.
  function readDay(text, from, to) {
    const clean = (text || "").trim();
    const first = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(clean), last = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(clean);
    if (!first && !last) {
      return { day: to, wrong: [`“${clean}” is not read as a day: write it as 2024-08-19.`, `“${clean}” tidak terbaca sebagai tanggal: tulis seperti 2024-08-19.`] };
    }
    const [year, month, day] = (first ? first.slice(1) : last.slice(1).reverse()).map(Number);
    const inside = (number, most) => Math.min(Math.max(number, 1), most);
    const trueMonth = inside(month, 12);
    const trueDay = inside(day, new Date(Date.UTC(2000 + (year % 400), trueMonth, 0)).getUTCDate());
    const iso = `${String(year).padStart(4, "0")}-${String(trueMonth).padStart(2, "0")}-${String(trueDay).padStart(2, "0")}`;
    if (iso < from) return { day: from, wrong: [`The data begin on ${written(from, "en")}: “${clean}” is before.`, `Data dimulai ${written(from, "id")}: “${clean}” lebih awal.`] };
    if (to && iso > to) return { day: to, wrong: [`The data end on ${written(to, "en")}: “${clean}” is later.`, `Data berakhir ${written(to, "id")}: “${clean}” sesudahnya.`] };
    if (trueMonth !== month || trueDay !== day) return { day: iso, wrong: [`“${clean}” is no day of the calendar.`, `“${clean}” tidak ada dalam kalender.`] };
    return { day: iso };
  }

  // Shows what was wrong with what was asked, and what is shown instead; or takes the message away.
  function complain(form, wrong, shownEn, shownId) {
    let box = form.querySelector(".el-wrong");
    if (!box) {
      box = document.createElement("p");
      box.className = "el-wrong";
      box.setAttribute("role", "alert");
      form.append(box);
    }
    box.replaceChildren(...(wrong ? said(`${wrong[0]} Shown: ${shownEn}.`, `${wrong[1]} Ditampilkan: ${shownId}.`) : []));
  }

  function carryDate(day) {
    for (const link of document.querySelectorAll("article a.reference.internal[href], .bd-sidebar-primary a[href], .prev-next-area a[href]")) {
      const url = new URL(link.getAttribute("href"), location.href);
      if (url.origin !== location.origin) continue;
      if (day) url.searchParams.set("on", day); else url.searchParams.delete("on");
      link.href = url.href;
    }
  }

  window.electlaw = { cueAll, carryDate, complain, readDay, written };

  const wanted = new URLSearchParams(location.search).get("on");
  if (!bar) {
    // A page that tells one day only: the day asked for goes on to the pages it links to.
    const { day, wrong } = readDay(wanted, "0001-01-01");
    if (!wanted || wrong || document.querySelector(".el-briefbar")) return;
    carryDate(day);
    const title = document.querySelector("article h1");
    if (!title || !document.querySelector("article :is(.el-table, .el-pasal-list, .el-gist)")) return;
    const kept = document.createElement("p");
    kept.className = "el-wrong";
    kept.append(...said(
      `This page tells the latest state the data know, not that of ${written(day, "en")}; the pages it links to open on that day.`,
      `Halaman ini memuat keadaan terbaru menurut data, bukan keadaan ${written(day, "id")}; halaman yang ditautnya terbuka pada tanggal itu.`));
    title.after(kept);
    return;
  }

  // Whether each day is shown as known on that day, or as known at the end (where a court said later what was law).
  let hindsight = false;
  const latest = bar.dataset.cutoff;

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

  // Whether a spell tells what the place itself then was, not where its rule stood before.
  const isLaw = (spell) => Boolean(spell) && spell.dataset.state !== "elsewhere";

  // Puts a short remark behind the name of a place, or takes it away.
  function note(block, kind, text, tag) {
    const head = block.querySelector(":scope > .el-place-head");
    let mark = head.querySelector(`.${kind}`);
    if (!text) { if (mark) mark.remove(); return null; }
    if (!mark) {
      mark = document.createElement(tag || "span");
      mark.className = kind;
      head.append(mark);
    }
    mark.textContent = text;
    return mark;
  }

  // Says that a place differs from its latest state; pressed, the remark shows that state too.
  function compare(block, current) {
    const text = isLaw(current) ? both("differs from the latest", "berbeda dari keadaan terbaru") : both("no longer there in the latest", "tidak ada lagi dalam keadaan terbaru");
    const mark = note(block, "el-differs", text, "button");
    mark.type = "button";
    mark.setAttribute("aria-expanded", String(block.classList.contains("el-compare")));
    mark.title = both("Show the latest too", "Tampilkan juga keadaan terbaru");
    mark.onclick = () => mark.setAttribute("aria-expanded", String(block.classList.toggle("el-compare")));
    if (current) current.dataset.latest = both(`The latest, ${written(latest)}:`, `Keadaan terbaru, ${written(latest)}:`);
  }

  function show(day, push) {
    let differing = 0;
    for (const block of document.querySelectorAll(".el-block")) {
      const there = spellOn(block, day);
      const current = spellOn(block, latest);
      block.classList.add("el-dated");
      block.classList.toggle("el-empty-block", !there);
      block.classList.toggle("el-now", hindsight);
      for (const spell of spells(block)) {
        spell.classList.toggle("is-on", spell === there);
        spell.classList.toggle("is-latest", spell === current && spell !== there);
      }
      note(block, "el-absent", !isLaw(there) && both("not law on this day", "belum atau tidak lagi ada pada tanggal ini"));
      if (there === current || (!isLaw(there) && !isLaw(current))) {
        note(block, "el-differs");
        block.classList.remove("el-compare");
      } else {
        compare(block, current);
        differing += 1;
      }
    }
    bar.querySelector("#el-date").value = day;
    const jump = bar.querySelector("#el-jump");
    for (const option of jump.options) {
      if (option.value) option.textContent = [written(option.value), option.dataset.by].filter(Boolean).join(" · ");
      else option.textContent = both("choose a day of change", "pilih tanggal perubahan");
    }
    jump.value = [...jump.options].some((option) => option.value === day) ? day : "";
    const notes = [];
    if (day === latest) {
      notes.push(both("The latest state: the data end on this day.", "Keadaan terbaru: data berakhir pada tanggal ini."));
    } else if (!differing) {
      notes.push(both("Nothing below differs from the latest state.", "Tidak ada yang berbeda dari keadaan terbaru."));
    } else {
      const some = differing === 1 ? "1 entry below differs" : `${differing} entries below differ`;
      notes.push(both(`${some} from the latest state; press the remark to see both.`, `${differing} butir di bawah berbeda dari keadaan terbaru; tekan tandanya untuk melihat keduanya.`));
    }
    if (day > latest) {
      notes.push(both(`Projected: the data end on ${written(latest)}.`, `Proyeksi: data berakhir pada ${written(latest)}.`));
    }
    bar.querySelector("output").textContent = notes.join(" ");
    if (push) {
      const url = new URL(location.href);
      if (day === latest) url.searchParams.delete("on"); else url.searchParams.set("on", day);
      if (hindsight) url.searchParams.set("known", "now"); else url.searchParams.delete("known");
      try { history.replaceState(null, "", url); } catch (e) { /* opened as a file */ }
    }
    carryDate(day === latest ? "" : day);
  }

  const read = (text) => {
    const found = readDay(text, bar.dataset.since, "");
    return { ...found, day: found.day || latest };
  };
  let day = latest;
  const pick = (text, push) => {
    const found = read(text);
    day = found.day;
    complain(bar, found.wrong, written(day, "en"), written(day, "id"));
    show(day, push);
  };
  bar.hidden = false;
  bar.addEventListener("submit", (event) => event.preventDefault());
  for (const name of ["#el-date", "#el-jump"]) {
    bar.querySelector(name).addEventListener("change", (event) => { if (event.target.value) pick(event.target.value, true); });
  }
  bar.querySelector(".el-latest").addEventListener("click", () => pick(latest, true));
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
  if (wanted === null) show(day, false); else pick(wanted, false);
})();
