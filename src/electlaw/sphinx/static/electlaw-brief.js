// The brief of a region on a day: the page carries every spell of every part (see electlaw.sphinx.dated), this shows
// the one a day lies in. Texts go in as text, links are those the page holds; nothing is fetched.
(function () {
  "use strict";
  const home = document.querySelector(".el-dated-brief");
  if (!home) return;
  const data = JSON.parse(document.getElementById("el-brief-data").textContent);
  const links = [...document.querySelectorAll(".el-links > li")];
  const bar = document.querySelector(".el-briefbar");
  const DAY = 86400000;
  const toNumber = (iso) => Math.round((Date.parse(iso) - Date.parse(data.from)) / DAY);
  const toIso = (number) => new Date(Date.parse(data.from) + number * DAY).toISOString().slice(0, 10);

  function el(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
    return made;
  }

  // A text in both languages, of which the switch shows one.
  function both(en, id) {
    if (en === id) return [en];
    return [el("span", { class: "l-id", lang: "id" }, id), el("span", { class: "l-en", lang: "en" }, en)];
  }

  function writtenDay(iso) {
    const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    const shown = (locale) => new Intl.DateTimeFormat(locale, options).format(new Date(Date.parse(iso)));
    return both(shown("en-GB"), shown("id-ID"));
  }

  // What a list of spells says of a day.
  function on(spells, day) {
    let found = [];
    for (const [first, answer] of spells) {
      if (first > day) break;
      found = answer;
    }
    return found;
  }

  function brief(place, day) {
    const [key, names, kind, since, laws, elections, stages, heads, accounts, special] = place;
    const [full, bare] = on(names, Math.max(day, since));
    const shared = data.kinds[kind];
    const fill = (text) => text.replaceAll("{r}", full).replaceAll("{n}", bare);
    const text = (number) => both(...[0, -1].map((at) => fill(data.texts[number].at(at))));
    const plain = (number) => fill(data.texts[number][0]);
    const link = (number, label) => {
      if (!number) return [];
      const made = links[number - 1].firstElementChild.cloneNode(true);
      if (label !== undefined) made.textContent = plain(label);
      return [made];
    };
    const joined = (items) => items.flatMap((item, at) => (at ? [", ", ...item] : item));

    // Columns of short texts are not broken, as in the tables of the extension.
    const long = (node, other) => node.nodeType === 3 ? node.length : node.classList.contains(other) ? 0
      : [...node.childNodes].reduce((sum, child) => sum + long(child, other), 0);
    const table = (titles, rows) => {
      const cells = rows.map((row) => row.map((cell) => el("td", {}, cell)));
      const short = titles.map((_, at) => cells.every((row) => long(row[at], "l-id") <= 18 && long(row[at], "l-en") <= 18) ? ` el-c${at + 1}` : "");
      return el("div", { class: "el-scroll", tabindex: "0" },
        el("table", { class: `table el-table${short.join("")}` },
          el("thead", {}, el("tr", {}, titles.map((title) => el("th", { scope: "col" }, both(...title))))),
          el("tbody", {}, cells.map((row) => el("tr", {}, row)))));
    };
    // One day once, and words between ends that are themselves stretches.
    const window = (start, end) => {
      if (start === end) return text(start);
      const vague = [start, end].some((number) => data.texts[number][0].includes(" – "));
      return [text(start), vague ? both(" until ", " sampai ") : " – ", text(end)];
    };
    const section = (id, en, name, content) => el("section", { id: `b-${id}` }, el("h2", {}, both(en, name)), content);

    const parts = [el("p", { class: "el-lead" }, full, " ", both("on ", "pada "), writtenDay(toIso(day)))];
    if (day < since) {
      parts.push(el("p", { class: "el-doubt" }, both("It did not exist yet: in the data since ", "Belum ada: dalam data sejak "), writtenDay(toIso(since))));
      return parts;
    }
    const frames = on(data.laws[laws], day).map(([about, id, state, word, amended]) => [
      text(about), link(id), el("span", { class: `el-badge el-${word}` }, text(state)), joined(amended.map((by) => link(by)))]);
    parts.push(section("hukum", "Law in force", "Hukum yang berlaku",
      table([["On", "Tentang"], ["Instrument", "Peraturan"], ["State", "Keadaan"], ["Amended by", "Diubah"]], frames)));
    const rules = on(data.special[special], day);
    if (rules.length) parts.push(section("kekhususan", "Special rules", "Kekhususan", el("ul", {}, rules.map((rule) => el("li", {}, text(rule))))));
    const votes = on(data.elections[elections], day);
    if (votes.length) {
      parts.push(section("pemilihan", "Elections ahead", "Pemilihan mendatang",
        table([["Election", "Pemilihan"], ["Voting day", "Hari pemungutan suara"], ["Set by", "Oleh"]],
          votes.map(([event, when, by]) => [link(event), text(when), link(by)]))));
    }
    const states = [["running", "berjalan"], ["suspended", "dihentikan"], ["ahead", "akan datang"]];
    const [running = [], halted = [], ahead = []] = on(data.stages[stages], day);
    const rows = [running, halted, ahead].flatMap((numbers, at) => numbers.map((number) => {
      const [name, start, end, by] = data.rows[number];
      return [text(name), window(start, end), el("span", { class: `el-badge el-stage-${states[at][0]}` }, both(...states[at])), link(by)];
    }));
    if (rows.length) {
      parts.push(section("tahapan", "Stages", "Tahapan",
        table([["Stage", "Tahapan"], ["Window", "Jadwal"], ["State", "Keadaan"], ["By", "Oleh"]], rows)));
    }
    parts.push(section("pejabat", "Head of region", "Kepala daerah", on(heads, day).map((number) => el("p", {}, text(number)))));
    const asked = new Set();
    for (const wanted of ["pemilu", "pilkada"]) {
      for (const number of [...running, ...ahead]) {
        const stage = data.rows[number][4];
        if (data.names[stage][0].startsWith(`${wanted} `)) asked.add(stage);
      }
    }
    const roles = [...asked].flatMap((stage) => {
      const [of, name] = data.names[stage];
      const who = on(data.roles[shared.roles[of]], day);
      return (typeof who === "number" ? data.who[who] : []).map(([role, bodies]) => [
        text(name), text(role), joined(bodies.map(([id, label]) => link(id, label)))]);
    });
    if (roles.length) {
      parts.push(section("peran", "Who does what now", "Siapa mengerjakan apa",
        table([["Stage", "Tahapan"], ["Role", "Peran"], ["Who", "Siapa"]], roles)));
    }
    parts.push(section("lembaga", "Bodies", "Lembaga",
      table([["Body", "Lembaga"], ["Under", "Di bawah"]], on(shared.bodies, day).map(([id, name, above]) => [link(id, name), plain(above)]))));
    const due = [...on(shared.due, day), ...on(accounts, day)].map(([row, last]) => [data.reports[row][0], last]);
    due.sort(([one, first], [other, second]) => (first < 0 ? 1e6 : first) - (second < 0 ? 1e6 : second) || (one[5] < other[5] ? -1 : one[5] > other[5] ? 1 : 0));
    // Reports a reader could not tell apart, which several laws ask for, are one row.
    const alike = new Map();
    for (const [[duty, by, to, reason, verified, , under], last] of due) {
      const shown = [duty, by, to, last < 0 ? reason : `d${last}`, verified].join();
      if (!alike.has(shown)) alike.set(shown, [duty, by, to, reason, verified, last, new Set()]);
      if (under) alike.get(shown).at(-1).add(under);
    }
    if (due.length) {
      parts.push(section("laporan", "Reports due", "Laporan yang jatuh tempo",
        table([["Report", "Laporan"], ["By", "Oleh"], ["To", "Kepada"], ["Due", "Jatuh tempo"], ["Under", "Menurut"], ["Verified", "Verifikasi"]],
          [...alike.values()].map(([duty, by, to, reason, verified, last, under]) => [
            text(duty), plain(by), plain(to), last < 0 ? text(reason) : writtenDay(toIso(last)),
            joined([...under].map((number) => link(number))), text(verified)]))));
    }
    return parts;
  }

  const asked = new URLSearchParams(location.search);
  const choice = bar.querySelector("select");
  const when = bar.querySelector("input");
  const known = data.places.map(([key]) => key);
  const { carryDate, cueAll, complain, readDay, written } = window.electlaw;

  // Reads a region by code or name; one that is not on this page gives the nearest code that is, and says so.
  function readRegion(text) {
    const clean = text.trim();
    if (known.includes(clean)) return { key: clean };
    const named = [...choice.options].find((option) => option.text.toLowerCase() === clean.toLowerCase());
    if (named) return { key: named.value };
    const number = (code) => Number(code.replace(/\D/g, "").padEnd(4, "0"));
    const near = clean.startsWith(known[0]) && /^[\d.]+$/.test(clean)
      ? [...known].sort((one, other) => Math.abs(number(one) - number(clean)) - Math.abs(number(other) - number(clean)))[0]
      : known[0];
    return { key: near, wrong: [`“${clean}” is no region of this page.`, `“${clean}” bukan daerah pada halaman ini.`] };
  }

  function show(push) {
    const place = data.places[known.indexOf(choice.value)];
    home.replaceChildren(...brief(place, toNumber(when.value)));
    cueAll();
    carryDate(when.value === data.to ? "" : when.value);
    if (!push) return;
    const url = new URL(location.href);
    url.searchParams.set("region", choice.value);
    url.searchParams.set("on", when.value);
    try { history.replaceState(null, "", url); } catch (e) { /* opened as a file */ }
  }

  function pick(region, day, push) {
    const where = region === null ? { key: known[0] } : readRegion(region);
    const found = day === null ? { day: data.to } : readDay(day, data.from, data.to);
    choice.value = where.key;
    when.value = found.day;
    const wrong = [where.wrong, found.wrong].filter(Boolean);
    const name = choice.selectedOptions[0].text;
    complain(bar, wrong.length ? [0, 1].map((lang) => wrong.map((one) => one[lang]).join(" ")) : null,
      `${name}, ${written(when.value, "en")}`, `${name}, ${written(when.value, "id")}`);
    show(push);
  }

  bar.hidden = false;
  for (const fixed of document.querySelectorAll(".el-brief[open]")) fixed.open = false;
  bar.addEventListener("submit", (event) => event.preventDefault());
  choice.addEventListener("change", () => pick(choice.value, when.value || null, true));
  when.addEventListener("change", () => { if (when.value) pick(choice.value, when.value, true); });
  bar.querySelector(".el-print").addEventListener("click", () => window.print());
  // A printed brief is named by its region and day.
  const title = document.title;
  const lang = () => document.documentElement.dataset.lang || "id";
  window.addEventListener("beforeprint", () => { document.title = `${home.querySelector(".el-lead").firstChild.data}, ${written(when.value, lang())} — electlaw`; });
  window.addEventListener("afterprint", () => { document.title = title; });
  pick(asked.get("region"), asked.get("on"), false);
})();
