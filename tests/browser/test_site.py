"""The site as a reader meets it."""

import gzip
import time
from urllib.parse import quote

import pytest

from tests.browser.conftest import SITE


def shown(driver, selector):
    """Return the visible texts of the elements."""
    return [element.text for element in driver.find_elements("css selector", selector) if element.is_displayed()]


def wait_for(condition, seconds=10):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def pick(driver, day):
    driver.execute_script(
        "const e = document.querySelector('#el-date'); e.value = arguments[0];"
        "e.dispatchEvent(new Event('change', {bubbles: true}));",
        day,
    )


def test_landing_shows_the_law_on_a_day(page):
    driver = page("index.html?lang=en&on=2024-08-19")
    assert shown(driver, ".el-spell .el-badge") == ["in force"]
    pick(driver, "2024-08-20")
    assert shown(driver, ".el-spell .el-badge") == ["declared void by the Constitutional Court"]


def test_a_place_shows_the_version_of_the_day(page):
    # MK 60/PUU-XXII/2024 struck Pasal 40 ayat (3) on 20 August 2024
    driver = page("law/pasal-40.html?lang=id")
    pick(driver, "2024-08-19")
    assert shown(driver, "#pasal-40-ayat-3 .el-spell .el-badge") == ["berlaku"]
    assert shown(driver, "#pasal-40-ayat-3 .el-differs") == ["berbeda dari keadaan terbaru"]
    assert "on=2024-08-19" in driver.current_url
    pick(driver, "2024-08-20")
    assert not shown(driver, "#pasal-40-ayat-3 .el-differs")


def test_the_head_of_a_pasal_differs_where_a_part_does(page):
    # MK 60/PUU-XXII/2024 read ayat (1) of Pasal 40 and struck ayat (3)
    driver = page("law/pasal-40.html?lang=en&on=2024-08-19")
    assert shown(driver, "#pasal-40 .el-spell .el-badge") == ["in force"]
    assert shown(driver, "#pasal-40 .el-differs") == ["differs from the latest"]
    driver = page("law/pasal-40.html?lang=en&on=2024-08-20")
    assert shown(driver, "#pasal-40 .el-spell .el-badge") == ["in force", "void in part", "a part read by a court"]
    assert "60/PUU-XXII/2024 (20 August 2024)" in shown(driver, "#pasal-40 .el-parts")[0]


def test_what_differs_can_be_seen_beside_the_latest(page):
    driver = page("law/pasal-40.html?lang=en&on=2024-08-19")
    assert len(shown(driver, "#pasal-40-ayat-1 .el-spell")) == 1
    mark = driver.find_element("css selector", "#pasal-40-ayat-1 .el-differs")
    mark.click()
    both = shown(driver, "#pasal-40-ayat-1 .el-spell")
    assert len(both) == 2
    assert "60/PUU-XXII/2024" in " ".join(both)
    mark.click()
    assert len(shown(driver, "#pasal-40-ayat-1 .el-spell")) == 1


def test_a_rule_that_stood_elsewhere_is_found_there(page):
    # UU 10/2016 (1 July 2016) took huruf g of Pasal 7 into its ayat (2)
    driver = page("law/pasal-7.html?lang=en&on=2016-06-30#pasal-7-ayat-2-huruf-g")
    assert shown(driver, "#pasal-7-ayat-2-huruf-g .el-absent") == ["not law on this day"]
    pointed = driver.find_element("css selector", "#pasal-7-ayat-2-huruf-g .el-is-elsewhere.is-on a")
    assert pointed.text == "Pasal 7 huruf g"
    pointed.click()
    assert "on=2016-06-30" in driver.current_url
    assert driver.current_url.endswith("#pasal-7-huruf-g")


@pytest.mark.parametrize(
    ("asked", "day"), [("2024-8-19", "2024-08-19"), ("19-08-2024", "2024-08-19"), ("19/8/2024", "2024-08-19")]
)
@pytest.mark.parametrize("path", ["law/pasal-40.html", "instruments/uu-1-2015.html", "briefs/74.html"])
def test_a_day_written_otherwise_is_understood(page, path, asked, day):
    driver = page(f"{path}?lang=en&on={asked}")
    assert driver.find_element("css selector", "#el-date, #el-brief-day").get_attribute("value") == day
    assert not shown(driver, ".el-wrong")


@pytest.mark.parametrize(
    ("asked", "day", "said"),
    [
        ("2024-02-30", "2024-02-29", "no day of the calendar"),
        ("2023-02-29", "2023-02-28", "no day of the calendar"),
        ("2024-13-01", "2024-12-01", "no day of the calendar"),
        ("abc", "2026-02-02", "not read as a day"),
        ("", "2026-02-02", "not read as a day"),
        ("1990-01-01", "2004-10-15", "data begin on 15 October 2004"),
    ],
)
@pytest.mark.parametrize("path", ["law/pasal-40.html", "instruments/uu-1-2015.html", "briefs/74.html"])
def test_a_day_that_is_none_is_named_with_the_nearest(page, path, asked, day, said):
    driver = page(f"{path}?lang=en&on={asked}")
    assert driver.find_element("css selector", "#el-date, #el-brief-day").get_attribute("value") == day
    (message,) = shown(driver, ".el-wrong")
    assert said in message
    assert "Shown:" in message
    driver.find_element("css selector", "[data-set-lang=id]").click()
    assert "Ditampilkan:" in shown(driver, ".el-wrong")[0]


@pytest.mark.parametrize(
    ("asked", "region", "said"),
    [
        ("74.99", "74.72", "74.99"),
        ("73.71", "74", "73.71"),
        ("Kota Kendari", "74.71", ""),
        ("kota kendari", "74.71", ""),
        ("<b>x</b>", "74", "<b>x</b>"),
    ],
)
def test_a_region_that_is_not_on_the_page_is_named_with_the_nearest(page, asked, region, said):
    driver = page(f"briefs/74.html?lang=id&region={asked}&on=2024-10-01")
    assert driver.find_element("css selector", "#el-brief-region").get_attribute("value") == region
    assert [said in text for text in shown(driver, ".el-wrong")] == ([True] if said else [])


def test_a_brief_beyond_the_data_says_so(page):
    driver = page("briefs/74.html?lang=en&on=2099-01-01")
    assert "data end on 2 February 2026" in shown(driver, ".el-wrong")[0]
    choose(driver, "#el-brief-day", "2024-10-01")
    assert not shown(driver, ".el-wrong")


@pytest.mark.parametrize(("path", "day"), [("law/pasal-40.html", "#el-date"), ("briefs/74.html", "#el-brief-day")])
def test_pages_open_on_the_last_day_of_the_data(page, path, day):
    driver = page(f"{path}?lang=en")
    assert driver.find_element("css selector", day).get_attribute("value") == "2026-02-02"


def test_days_of_change_are_written_as_people_write_them(page):
    driver = page("law/pasal-40.html?lang=id")
    options = [
        option.get_attribute("textContent") for option in driver.find_elements("css selector", "#el-jump option")
    ]
    assert "20 Agustus 2024 · Putusan MK 60/PUU-XXII/2024" in options
    driver.find_element("css selector", "[data-set-lang=en]").click()
    options = [
        option.get_attribute("textContent") for option in driver.find_elements("css selector", "#el-jump option")
    ]
    assert "20 August 2024 · Putusan MK 60/PUU-XXII/2024" in options


def test_a_page_of_one_state_passes_the_day_on_and_says_so(page):
    driver = page("law/index.html?lang=en&on=2024-08-19")
    assert "not that of 19 August 2024" in shown(driver, ".el-wrong")[0]
    driver.find_element("partial link text", "Pasal 40").click()
    assert "on=2024-08-19" in driver.current_url


def test_a_link_carries_the_day(page):
    # Pasal 54D came with UU 10/2016, promulgated on 1 July 2016
    driver = page("law/pasal-54d.html?lang=en&on=2016-06-30")
    assert not shown(driver, "#pasal-54d .el-spell")
    assert shown(driver, "#pasal-54d .el-absent") == ["not law on this day"]
    driver.find_element("css selector", ".el-crumbs a").click()
    assert "on=2016-06-30" in driver.current_url


def test_all_versions_can_be_seen_at_once(page):
    driver = page("law/pasal-7.html?lang=en")
    before = len(shown(driver, "#pasal-7 .el-spell"))
    driver.find_element("css selector", ".el-all").click()
    assert len(shown(driver, "#pasal-7 .el-spell")) > before


def test_language_switch_is_remembered(page):
    driver = page("law/pasal-7.html?lang=id")
    assert "Riwayat" in shown(driver, "h2")[-1]
    driver.find_element("css selector", "[data-set-lang=en]").click()
    assert "History" in shown(driver, "h2")[-1]
    driver = page("law/pasal-8.html")
    assert driver.find_element("css selector", "html").get_attribute("lang") == "en"


@pytest.mark.parametrize(("lang", "query"), [("id", "ambang batas"), ("id", "mencalonkan"), ("en", "single pair")])
def test_search_finds(page, lang, query):
    driver = page(f"search.html?lang={lang}&q={query.replace(' ', '+')}")
    wait_for(lambda: driver.find_elements("css selector", ".el-search-results li"))
    first = driver.find_element("css selector", ".el-search-results a")
    first.click()
    assert driver.find_element("css selector", "h1").text


def test_search_knows_indonesian_word_forms(page):
    # "dicalonkan" and "mencalonkan" are forms of "calon"
    def count(query):
        driver = page(f"search.html?lang=id&q={query}")
        wait_for(lambda: driver.find_element("css selector", ".el-search-count").text)
        return driver.find_element("css selector", ".el-search-count").text.partition(",")[0]

    assert count("mencalonkan") == count("dicalonkan") != "0 halaman"


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("MK 60/2024", "Putusan MK 60/PUU-XXII/2024"),
        ("Pasal 7", "Pasal 7 UU 1/2015"),
        ("Pasal 40 ayat (3)", "Pasal 40 ayat (3) UU 1/2015"),
        ("pkpu 8 tahun 2024", "PKPU 8/2024"),
        ("Kendari", "Kota Kendari"),
        ("Sulawesi Tengara", "Provinsi Sulawesi Tenggara"),
    ],
)
def test_a_search_for_something_by_its_name_offers_it_first(page, lang, query, first):
    driver = page(f"search.html?lang={lang}&q={quote(query)}")
    wait_for(lambda: driver.find_elements("css selector", ".el-search-direct a"))
    assert driver.find_element("css selector", ".el-search-direct a").text == first


def test_words_of_the_other_language_are_found_too(page):
    driver = page("search.html?lang=en&q=pemungutan+suara+ulang")
    wait_for(lambda: driver.find_elements("css selector", ".el-search-results li"))
    assert "Pemungutan suara ulang" in driver.find_element("css selector", ".el-search-results").text


def test_search_from_the_header(page):
    driver = page("index.html?lang=id")
    driver.find_element("css selector", ".el-hero input").send_keys("calon tunggal\n")
    wait_for(lambda: driver.find_elements("css selector", ".el-search-results li"))


NARROW = (
    "index.html",
    "law/pasal-7.html",
    "regions/74.html",
    "elections/pilkada-2024.html",
    "instruments/uu-10-2016.html",
    "parameters/nomination.html",
    "briefs/74.html?region=74.71&on=2024-10-01",
    "rules/nomination.html",
    "codes/text.html",
    "topics/results.html",
    "guide/tutorial.html",
)


@pytest.mark.parametrize("path", NARROW)
def test_fits_a_telephone(page, path):
    driver = page(path)
    driver.set_window_size(500, 900)
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    )
    try:
        width = driver.execute_script("return document.documentElement.scrollWidth")
        assert width <= 391
        assert any(button.is_displayed() for button in driver.find_elements("css selector", "[data-set-lang=en]"))
    finally:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_what_goes_on_to_the_right_says_so(page):
    driver = page("parameters/nomination.html?lang=id")
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    )
    try:
        driver.refresh()
        wide = "return [...document.querySelectorAll('.el-scroll')].filter((e) => e.scrollWidth > e.clientWidth + 4)"
        boxes = driver.execute_script(wide)
        assert boxes
        assert len(shown(driver, ".el-more-said")) == len(boxes)
        driver.execute_script("arguments[0].scrollLeft = 9999", boxes[0])
        wait_for(lambda: "el-more" not in boxes[0].get_attribute("class").split())
    finally:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("width", [390, 1280])
def test_a_timeline_shows_every_stage_in_either_language(page, width):
    driver = page("elections/pilkada-2024.html?lang=en")
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    )
    try:
        names = shown(driver, ".el-gantt-name")
        assert "Voting day" in names
        assert "Inauguration" in names
        right = "return [...document.querySelectorAll('.el-bar')].map((e) => e.getBoundingClientRect().right)"
        assert len(names) == len(driver.execute_script(right))
        assert max(driver.execute_script(right)) <= width
        driver.execute_script("document.querySelector('[data-set-lang=id]').click()")
        assert "Pemungutan suara" in shown(driver, ".el-gantt-name")
    finally:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_province_links_to_its_elections(page):
    driver = page("regions/74.html?lang=id")
    assert "Sulawesi Tenggara" in driver.find_element("css selector", "h1").text
    assert "Kota Kendari" in shown(driver, "#r-74-71")
    driver.find_element("partial link text", "Pilkada Serentak Nasional 2024").click()
    assert driver.current_url.endswith("elections/pilkada-2024.html")


def test_the_keyboard_reaches_the_date(page):
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    driver = page("law/pasal-7.html?lang=en")
    for _ in range(60):
        ActionChains(driver).send_keys(Keys.TAB).perform()
        if driver.switch_to.active_element.get_attribute("id") == "el-date":
            return
    raise AssertionError("the date control cannot be reached")


CONTRAST = """
function rgb(text) { return text.match(/[\\d.]+/g).map(Number); }
function over(top, under) { const a = top[3] === undefined ? 1 : top[3];
  return [0, 1, 2].map((i) => top[i] * a + under[i] * (1 - a)); }
function light(c) { const [r, g, b] = c.map((v) => { v /= 255;
  return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
  return .2126 * r + .7152 * g + .0722 * b; }
function ground(e) { const above = e.parentElement ? ground(e.parentElement) : [255, 255, 255];
  const c = getComputedStyle(e).backgroundColor; return c.startsWith("rgb") ? over(rgb(c), above) : above; }
return [...document.querySelectorAll(arguments[0])].filter((e) => e.offsetParent).map((e) => {
  const bg = ground(e), a = light(over(rgb(getComputedStyle(e).color), bg)), b = light(bg);
  return [e.className, (Math.max(a, b) + .05) / (Math.min(a, b) + .05)]; });
"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_contrast_of_a_search(page, theme):
    driver = page("search.html?lang=id&q=pasal")
    driver.execute_script("document.documentElement.dataset.theme = arguments[0]", theme)
    wait_for(lambda: shown(driver, ".el-search-more span"))
    for name, ratio in driver.execute_script(CONTRAST, ".el-search-more span, .el-search-results a"):
        assert ratio >= 4.5, name


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_field_of_a_search_speaks_one_language(page, lang):
    driver = page(f"law/pasal-7.html?lang={lang}")
    fields = driver.find_elements("css selector", "input[type=search]")
    placeholders = {field.get_attribute("placeholder") for field in fields}
    assert placeholders == {{"id": "Cari di situs ini …", "en": "Search this site …"}[lang]}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_contrast(page, theme):
    driver = page("law/pasal-7.html?lang=en&on=2015-06-01")
    driver.execute_script("document.documentElement.dataset.theme = arguments[0]", theme)
    for name, ratio in driver.execute_script(
        CONTRAST, ".el-badge, .el-text, .el-origin, .el-differs, .el-place, .el-days"
    ):
        assert ratio >= 4.5, name


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("path", "parts"),
    [
        (
            "briefs/74.html?lang=en&region=74.71&on=2024-10-01",
            ".el-badge, .el-briefbar label, td, .el-lead, .el-dated-brief p",
        ),
        ("rules/nomination.html?lang=en", ".el-badge, .el-origin, .el-example td, .el-stated li, .el-code summary"),
        ("codes/text.html?lang=en", ".el-badge, .el-sample, .el-sample mark, .el-origin, code"),
        ("index.html?lang=en", ".el-cards a span, .el-cards p, .el-cards p span"),
        ("elections/pilkada-2024.html?lang=en", ".el-gantt-name, .el-ticks span, .el-gantt figcaption, td"),
        ("parameters/independent.html?lang=en", ".el-lanes th, .el-lanes b, .el-lanes caption"),
        ("guide/tutorial.html?lang=en", ".el-output td, .el-output th, .el-output b, .el-output pre"),
    ],
)
def test_contrast_of_examples(page, theme, path, parts):
    driver = page(path)
    driver.execute_script("document.documentElement.dataset.theme = arguments[0]", theme)
    for name, ratio in driver.execute_script(CONTRAST, parts):
        assert ratio >= 4.5, name


def test_the_keyboard_reaches_the_region_and_the_day_of_a_brief(page):
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    driver = page("briefs/74.html?lang=en")
    seen = set()
    for _ in range(110):
        ActionChains(driver).send_keys(Keys.TAB).perform()
        seen.add(driver.switch_to.active_element.get_attribute("id"))
    assert {"el-brief-region", "el-brief-day"} <= seen


@pytest.mark.parametrize(
    "path", ["briefs/12.html", "law/pasal-7.html", "law/pasal-201.html", "rulings/mk-60-puu-xxii-2024.html"]
)
@pytest.mark.usefixtures("site")
def test_weight_on_the_wire(path):
    assert len(gzip.compress((SITE / path).read_bytes())) < 100_000


@pytest.mark.usefixtures("site")
def test_largest_page():
    assert max(path.stat().st_size for path in SITE.rglob("*.html")) <= 500_000


@pytest.mark.usefixtures("site")
def test_without_scripts_a_page_is_the_full_history():
    html = (SITE / "law" / "pasal-40.html").read_text(encoding="utf-8")
    block = html.partition('id="pasal-40-ayat-3"')[2].partition('class="el-block')[0]
    assert block.count("<li") >= 2
    assert "hidden" not in block


def test_what_a_court_said_later_can_be_shown(page):
    # MK 70/PUU-XXII/2024 (20 August 2024) declared what Pasal 7 ayat (2) huruf e meant all along
    driver = page("law/pasal-7.html?lang=en&on=2020-09-01")
    place = "#pasal-7-ayat-2-huruf-e"
    assert not any("70/PUU-XXII/2024" in text for text in shown(driver, f"{place} .el-spell"))
    driver.find_element("css selector", ".el-known").click()
    assert any("70/PUU-XXII/2024" in text for text in shown(driver, f"{place} .el-spell"))
    assert "known=now" in driver.current_url


def test_a_brief_without_the_control(page):
    driver = page("briefs/74.html?lang=en")
    summaries = driver.find_elements("css selector", ".el-brief > summary")
    assert len(summaries) > 1
    summaries[1].click()
    assert any("KPU" in text for text in shown(driver, ".el-brief[open] td"))


def test_a_brief_of_any_region_on_any_day(page):
    # Asmawa Tosepu acted as mayor of Kendari from 10 October 2022; the vote of 2024 was known to the month only
    driver = page("briefs/74.html?lang=id&region=74.71&on=2022-11-21")
    assert shown(driver, ".el-dated-brief > .el-lead") == ["Kota Kendari pada 21 November 2022"]
    assert "Asmawa Tosepu" in driver.find_element("css selector", "#b-pejabat").text
    assert shown(driver, "#b-pemilihan tr:last-child td")[:2] == ["Pilkada Serentak Nasional 2024", "November 2024"]
    assert any(text.startswith("KPU Kota Kendari") for text in shown(driver, "#b-lembaga td"))
    choose(driver, "#el-brief-region", "74.03")
    choose(driver, "#el-brief-day", "2024-11-27")
    assert shown(driver, ".el-dated-brief > .el-lead") == ["Kabupaten Muna pada 27 November 2024"]
    assert any(text.startswith("KPU Kabupaten Muna") for text in shown(driver, "#b-lembaga td"))
    assert "region=74.03" in driver.current_url
    assert "on=2024-11-27" in driver.current_url


def choose(driver, selector, value):
    driver.execute_script(
        "const e = document.querySelector(arguments[0]); e.value = arguments[1];"
        "e.dispatchEvent(new Event('change', {bubbles: true}));",
        selector,
        value,
    )


@pytest.mark.parametrize("day", ["2016-02-29", "2020-06-15", "2022-09-01", "2024-09-22", "2025-03-22"])
def test_the_browser_shows_what_the_library_says(page, day):
    import electlaw
    from electlaw.sphinx.briefs import reports, said_of_head

    driver = page(f"briefs/74.html?lang=id&region=74.05&on={day}")
    asked = electlaw.at(day).brief("74.05")
    stages = [stage.name("id") for stage in (*asked.running, *asked.suspended, *asked.ahead)]
    assert shown(driver, "#b-tahapan tbody td:first-child") == stages
    assert shown(driver, "#b-lembaga tbody td:first-child") == [seat.name for seat in asked.bodies]
    assert shown(driver, "#b-pejabat p") == [one.id for one in said_of_head(asked.head, asked.vacancy)]
    assert len(shown(driver, "#b-laporan tbody tr")) == len(reports(asked.due))


def test_a_brief_is_printed_without_the_controls(page):
    driver = page("briefs/74.html?lang=id&region=74.71&on=2022-11-21")
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert not shown(driver, ".el-briefbar")
        assert not shown(driver, ".el-brief")
        assert not shown(driver, "h1, .el-ask, .bd-header-article")
        assert shown(driver, ".el-dated-brief > .el-lead") == ["Kota Kendari pada 21 November 2022"]
        assert shown(driver, "#b-lembaga h2") == ["Lembaga"]
    finally:
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_a_rule_has_a_worked_example(page):
    # ruling 60/PUU-XXII/2024: 6.5 percent of 929,184 valid votes in a city of more than a million voters
    driver = page("rules/nomination.html?lang=en")
    rows = shown(driver, "#nomination-threshold .el-example tbody tr")
    assert "60,397" in rows[0]
    assert "pass" in rows[0]
    assert "60,396" in rows[1]
    assert "fail" in rows[1]


def test_a_code_says_what_it_means_and_how_to_silence_it(page):
    driver = page("codes/text.html?lang=en#e109")
    assert shown(driver, "#e109 mark") == ["Pasal 33A UU 10/2016"]
    assert "--ignore E109" in driver.find_element("css selector", "#e109").text


def test_topics_lead_to_articles_and_rulings(page):
    driver = page("topics/index.html?lang=id")
    driver.find_element("partial link text", "Pencalonan oleh partai politik").click()
    assert "Pasal 40" in shown(driver, "#pasal a")
    assert "Putusan MK 60/PUU-XXII/2024" in shown(driver, "#putusan a")


def test_the_tutorial_shows_what_its_cells_gave(page):
    driver = page("guide/tutorial.html?lang=en")
    assert "on the day of the ruling: struck" in driver.find_element("css selector", "article").text


@pytest.mark.parametrize(("lang", "title"), [("id", "Pencalonan oleh partai politik"), ("en", "Party nomination")])
def test_titles_follow_the_language(page, lang, title):
    driver = page(f"rules/nomination.html?lang={lang}")
    assert shown(driver, "h1")[0].rstrip("#") == title
    assert title in shown(driver, ".el-nav a")


def test_a_guide_reads_in_either_language(page):
    driver = page("guide/threshold.html?lang=id")
    sides = {
        "id": ("Menghitung ambang batas", "Berapa suara yang diperlukan", "Bagi siapa: subjek", "Menghitung tenggat"),
        "en": ("Compute a threshold", "How many votes does a party need", "For whom: the subject", "Follow a deadline"),
    }
    for lang, other in (("id", "en"), ("en", "id")):
        driver.find_element("css selector", f"[data-set-lang={lang}]").click()
        title, prose, section, neighbour = sides[lang]
        assert shown(driver, "h1")[0].rstrip("#") == title
        assert driver.title.startswith(f"{title} —")
        text = driver.find_element("css selector", "article").text
        assert prose in text
        assert sides[other][1] not in text
        assert section in shown(driver, ".page-toc a")
        assert {title, neighbour} <= set(shown(driver, ".el-nav a"))
    driver.find_element("partial link text", "Validation rules").click()
    assert shown(driver, "h1")[0].rstrip("#") == "Validation rules"


def test_without_scripts_a_guide_shows_both_languages(page, chromium):
    chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver = page("guide/threshold.html")
        text = driver.find_element("css selector", "article").text
        assert text.startswith("Menghitung ambang batas · Compute a threshold")
        assert "menerapkannya dengan tepat.\nHow many votes" in text
    finally:
        chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize(
    ("lang", "query", "guide", "title"),
    [
        (
            "id",
            "melipatkan peraturan sebagai paket data",
            "guide/pack.html",
            "Menambahkan peraturan sebagai paket data",
        ),
        ("id", "ruang redaksi", "guide/newsroom.html", "Memeriksa artikel di ruang redaksi"),
        ("en", "newsroom", "guide/newsroom.html", "Check articles in a newsroom"),
    ],
)
def test_search_finds_guides(page, lang, query, guide, title):
    driver = page(f"search.html?lang={lang}&q={query.replace(' ', '+')}")
    wait_for(lambda: driver.find_elements("css selector", ".el-search-results li"))
    found = {link.get_attribute("href"): link.text for link in driver.find_elements("css selector", "ol a")}
    assert any(guide in address and text == title for address, text in found.items()), found


def test_help_of_the_command_follows_the_language(page):
    driver = page("api/command.html?lang=id")
    assert "penggunaan: electlaw" in shown(driver, "article")[0]
    driver.find_element("css selector", "[data-set-lang=en]").click()
    assert "usage: electlaw" in shown(driver, "article")[0]
    assert "penggunaan" not in shown(driver, "article")[0]


def test_what_a_cell_gave_follows_the_language(page):
    driver = page("guide/tutorial.html?lang=id")
    assert "berlaku" in shown(driver, ".el-output")[0]
    assert not any("in force" in text for text in shown(driver, ".el-output"))
    driver.find_element("css selector", "[data-set-lang=en]").click()
    assert "in force" in shown(driver, ".el-output")[0]
    assert not any("berlaku" in text for text in shown(driver, ".el-output"))


@pytest.mark.parametrize(("lang", "stage"), [("id", "Pendaftaran pasangan calon"), ("en", "Registration of pairs")])
def test_a_drawing_of_stages_follows_the_language(page, lang, stage):
    driver = page(f"elections/pilkada-2024.html?lang={lang}")
    assert any(text.startswith(stage) for text in shown(driver, ".el-gantt-name"))


def test_an_editors_note_follows_the_language(page):
    # UU 1/2015 has two articles; its annex is the text of Perppu 1/2014
    driver = page("instruments/uu-1-2015.html?lang=id")
    assert any("dua pasal; lampirannya" in text for text in shown(driver, ".el-facts td"))
    driver.find_element("css selector", "[data-set-lang=en]").click()
    assert any("two articles; its annex" in text for text in shown(driver, ".el-facts td"))


@pytest.mark.usefixtures("site")
def test_the_coverage_page_has_the_figures_of_the_command():
    from electlaw.corpus import builtin
    from electlaw.facts import facts

    html = (SITE / "about" / "coverage.html").read_text(encoding="utf-8")
    for count in (*facts(builtin()).counts, facts(builtin()).sum):
        figures = (count.text, count.report, count.recall, count.with_open_fields, count.total)
        assert "".join(f"<td>{number:,}</td>\n" for number in figures) in html, count.table
