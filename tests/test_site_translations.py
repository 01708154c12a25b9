"""Every hand-written page of the site reads in Indonesian too."""

import io
import re
import shutil
import sys
from pathlib import Path

import pytest

pytest.importorskip("myst_parser")

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

DOCS = Path(__file__).parents[1] / "docs"
CATALOGUES = Path("locale", "id", "LC_MESSAGES")
CONF = """
import sys
sys.path.insert(0, {ext!r})
extensions = ["myst_parser", "electlaw.sphinx", "site_titles", "site_translations"]
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3
html_theme = "basic"
exclude_patterns = ["notebooks/tutorial.md"]
"""


def build(tmp_path, pages, builder="dummy", **options):
    """Build pages (name to text) and return the output directory and the warnings about translations."""
    source = tmp_path / "source"
    for name, text in {"conf.py": CONF.format(ext=str(DOCS / "_ext")), **pages}.items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    warnings = io.StringIO()
    before = list(sys.path)
    try:
        with docutils_namespace():
            Sphinx(
                source, source, tmp_path / "out", tmp_path / "trees", builder, options, status=None, warning=warnings
            ).build()
    finally:
        sys.path[:] = before
    plain = re.sub(r"\x1b\[[\d;]*m", "", warnings.getvalue())
    return tmp_path / "out", [line for line in plain.splitlines() if line.endswith("[translation]")]


def catalogue(**messages):
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    return head + "".join(f'msgid "{en}"\nmsgstr "{id}"\n\n' for en, id in messages.items())


@pytest.mark.filterwarnings("ignore:.*app. is deprecated")  # MyST uses what Sphinx 11 will not have
def test_every_message_is_translated_and_every_translation_is_used(tmp_path):
    nbformat = pytest.importorskip("nbformat")
    sys.path.insert(0, str(DOCS / "_ext"))
    try:
        import site_notebooks
    finally:
        sys.path.remove(str(DOCS / "_ext"))
    notebooks = [DOCS / "guide" / "tutorial.ipynb", *sorted(site_notebooks.FOLDER.glob("*.ipynb"))]
    pages = {f"notebooks/{path.stem}.md": site_notebooks.page(nbformat.read(path, as_version=4)) for path in notebooks}
    written = [path for path in DOCS.rglob("*.md") if path.relative_to(DOCS).parts[0] not in ("notebooks", "_build")]
    pages |= {path.relative_to(DOCS).as_posix(): path.read_text(encoding="utf-8") for path in written}
    shutil.copytree(DOCS / CATALOGUES, tmp_path / "source" / CATALOGUES)
    for name in ("CHANGELOG.md", "CONTRIBUTING.md"):
        shutil.copy(DOCS.parent / name, tmp_path / name)
    _, warnings = build(tmp_path, pages)
    assert not warnings


def test_both_languages_stand_side_by_side(tmp_path):
    page = "# A page\n\nSee [there](#below) and `code`.\n\n## Below\n\n| head |\n|---|\n| `x` |\n\n```python\nprint()\n```\n"
    words = {
        "A page": "Halaman",
        "See [there](#below) and `code`.": "Lihat [di sana](#below) dan `code`.",
        "Below": "Di bawah",
        "head": "kepala",
    }
    out, warnings = build(tmp_path, {"index.md": page, str(CATALOGUES / "index.po"): catalogue(**words)}, "html")
    assert not warnings
    html = (out / "index.html").read_text(encoding="utf-8")
    assert re.search(r'lang="id">Lihat <a class="reference internal" href="#below">.*di sana.*</a> dan <code', html)
    assert re.search(r'<section id="below">\s*<h2><span class="l-id" lang="id">Di bawah</span>', html)
    assert '<span class="l-en" lang="en">A page</span>' in html
    assert "<title>Halaman · A page" in html
    assert html.count("<pre>") == 1


def test_what_is_missing_is_left_over_or_no_paragraph_is_a_warning(tmp_path):
    page = "# A page\n\nOne.\n\nTwo.\n\nThree.\n"
    words = {"A page": "Halaman", "One.": "- Satu.", "Gone.": "Hilang.", "Three.": "Tiga."}
    pages = {"index.md": page, str(CATALOGUES / "index.po"): catalogue(**words), str(CATALOGUES / "no.po"): catalogue()}
    out, warnings = build(tmp_path, pages, "html")
    for said in ("index.md:3: WARNING: not one paragraph", "index.md:5: WARNING: no Indonesian", "Gone.", "no.po"):
        assert any(said in warning for warning in warnings), said
    assert len(warnings) == 4
    assert "Two." in (out / "index.html").read_text(encoding="utf-8")


def test_a_changed_page_keeps_what_was_translated(tmp_path):
    words = {"A page": "Halaman", "A sentence of some length.": "Kalimat yang agak panjang.", "Gone.": "Hilang."}
    page = "# A page\n\nA sentence of some more length.\n\nAnd another thing.\n"
    build(tmp_path, {"index.md": page, str(CATALOGUES / "index.po"): catalogue(**words)}, update_catalogues=True)
    text = (tmp_path / "source" / CATALOGUES / "index.po").read_text(encoding="utf-8")
    assert 'msgid "A page"\nmsgstr "Halaman"' in text
    assert '#, fuzzy\nmsgid "A sentence of some more length."\nmsgstr "Kalimat yang agak panjang."' in text
    assert 'msgid "And another thing."\nmsgstr ""' in text
    assert "Gone." not in text


def test_a_changed_catalogue_rebuilds_its_page(tmp_path):
    pages = {"index.md": "# A page\n", str(CATALOGUES / "index.po"): catalogue(**{"A page": "Halaman"})}
    build(tmp_path, pages, "html")
    pages[str(CATALOGUES / "index.po")] = catalogue(**{"A page": "Sebuah halaman"})
    out, _ = build(tmp_path, pages, "html")
    assert "Sebuah halaman" in (out / "index.html").read_text(encoding="utf-8")


def test_a_page_of_code_says_that_it_is_in_english(tmp_path):
    out, warnings = build(tmp_path, {"index.md": "# A\n", "changelog.md": "# Changes\n\nOne more.\n"}, "html")
    assert "hanya tersedia dalam bahasa Inggris" in (out / "changelog.html").read_text(encoding="utf-8")
    assert not any("One more." in warning for warning in warnings)
