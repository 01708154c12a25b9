// Search page: asks Pagefind's index, which lies beside the site, and lists what it finds.
const root = new URL(document.documentElement.dataset.content_root, location.href);
const form = document.querySelector(".el-search-form");
const count = document.querySelector(".el-search-count");
const list = document.querySelector(".el-search-results");
const more = document.querySelector(".el-search-more");
const STEP = 12;
let found = [];
let shown = 0;

function both(en, id) {
  return document.documentElement.dataset.lang === "id" ? id : en;
}

async function showMore() {
  const items = await Promise.all(found.slice(shown, shown + STEP).map((one) => one.data()));
  for (const item of items) {
    const li = document.createElement("li");
    const link = document.createElement("a");
    link.href = item.url;
    link.textContent = item.meta.title;
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
  const lang = document.documentElement.dataset.lang === "id" ? "id" : "en";
  const pagefind = await import(new URL(`pagefind/${lang}/pagefind.js`, root).href);
  await pagefind.options({ baseUrl: root.pathname });
  const answer = await pagefind.search(query);
  found = answer.results;
  count.textContent = both(`${found.length} pages`, `${found.length} halaman`);
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
