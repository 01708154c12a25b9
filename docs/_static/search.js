// Search page: offers the pages a search may mean outright, then asks Pagefind's indexes, which lie beside the site, the
// reader's language first, and lists what they find.
const root = new URL(document.documentElement.dataset.content_root, location.href);
const form = document.querySelector(".el-search-form");
const count = document.querySelector(".el-search-count");
const list = document.querySelector(".el-search-results");
const direct = document.querySelector(".el-search-direct");
const more = document.querySelector(".el-search-more");
const STEP = 12;
let found = [];
let shown = 0;
let seen = new Set();

function both(en, id) {
  return document.documentElement.dataset.lang === "id" ? id : en;
}

// -- what a search may mean outright: "Pasal 40 ayat (3)", "MK 60/2024", "Kendari" --

const IDLE = new Set(["nomor", "no", "tahun", "tentang", "dan", "di", "the", "of", "and", "ruling", "article"]);
let targets = null;

function words(text) {
  const plain = text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  return plain.split(/[^a-z0-9]+/).filter((word) => word && !IDLE.has(word));
}

async function known() {
  if (!targets) {
    const answer = await fetch(new URL("_static/targets.json", root));
    targets = (await answer.json()).map(([label, url, ...other]) => {
      const names = [label, ...other].map(words);
      return { label, url, names, words: new Set(names.flat()) };
    });
  }
  return targets;
}

// Whether two words differ by one letter put in, left out, changed, or swapped with the next.
function near(one, two) {
  if (Math.abs(one.length - two.length) > 1 || one.length < 5) return false;
  let at = 0;
  while (at < one.length && one[at] === two[at]) at++;
  const [a, b] = [one.slice(at), two.slice(at)];
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)
    || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}

function fits(target, asked, slack) {
  return asked.every((word) => target.words.has(word) || (slack && [...target.words].some((own) => near(word, own))));
}

async function offer(query) {
  const asked = words(query);
  const all = asked.length ? await known() : [];
  let fitting = all.filter((one) => fits(one, asked, false));
  if (!fitting.length) fitting = all.filter((one) => fits(one, asked, true));
  // A name that begins with what was asked comes first, the shorter one before; of rulings the latest.
  const rank = (one) => Math.min(...one.names.map((name) => name.length + (asked.every((w, i) => w === name[i] || near(w, name[i] || "")) ? 0 : 50)));
  const year = (one) => one.label.startsWith("Putusan") ? Number(one.label.slice(-4)) : 0;
  fitting = fitting.map((one) => [rank(one), one]).sort((a, b) => a[0] - b[0] || year(b[1]) - year(a[1])).map((one) => one[1]);
  direct.replaceChildren(...fitting.slice(0, 5).map((one) => {
    const li = document.createElement("li");
    const link = document.createElement("a");
    link.href = new URL(one.url, root).href;
    link.textContent = one.label;
    li.append(link);
    return li;
  }));
  direct.hidden = !fitting.length;
}

// -- full text --

async function showMore() {
  const items = await Promise.all(found.slice(shown, shown + STEP).map((one) => one.data()));
  for (const item of items) {
    if (seen.has(item.url)) continue;
    seen.add(item.url);
    const li = document.createElement("li");
    const link = document.createElement("a");
    link.href = item.url;
    link.textContent = item.meta.title.replace(/^[·\s]+|[·\s]+$/g, ""); // what is left of a title in two halves
    const text = document.createElement("p");
    text.innerHTML = item.excerpt; // escaped by Pagefind, with <mark> round the hits
    li.append(link, text);
    list.append(li);
  }
  shown += items.length;
  more.hidden = shown >= found.length;
}

async function search(query) {
  list.replaceChildren();
  shown = 0;
  seen = new Set();
  await offer(query);
  const mine = document.documentElement.dataset.lang === "id" ? "id" : "en";
  const [first, second] = await Promise.all([mine, mine === "id" ? "en" : "id"].map(async (lang) => {
    const pagefind = await import(new URL(`pagefind/${lang}/pagefind.js`, root).href);
    await pagefind.options({ baseUrl: root.pathname });
    return (await pagefind.search(query)).results;
  }));
  found = [...first, ...second];
  count.textContent = both(
    `${first.length} ${first.length === 1 ? "page" : "pages"}, by the words in Indonesian ${second.length}`,
    `${first.length} halaman, menurut kata bahasa Inggris ${second.length}`,
  );
  await showMore();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = form.q.value.trim();
  history.replaceState(null, "", `?q=${encodeURIComponent(query)}`);
  if (query) search(query);
});
more.addEventListener("click", showMore);
document.addEventListener("electlaw:language", () => form.q.value.trim() && search(form.q.value.trim()));
const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  form.q.value = asked;
  search(asked);
}
