"""Configuration of the documentation. The pages on the law are generated from the package's data at every build."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

import electlaw
from electlaw.catalog import day_text

project = "electlaw"
author = "The electlaw developers"
copyright = "The electlaw developers, MIT licence"
version = release = electlaw.__version__
language = "en"
locale_dirs = ["locale"]

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "electlaw.sphinx",
    "site_pages",
    "site_sidebar",
    "site_api",
    "site_search",
    "site_targets",
    "site_downloads",
    "site_notebooks",
    "site_titles",
    "site_translations",
]
exclude_patterns = ["_build", "_ext", "notebooks/tutorial.md"]
templates_path = ["_templates"]
smartquotes = False
nitpicky = True
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3
suppress_warnings = ["myst.header"]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
python_use_unqualified_type_names = True
add_module_names = False

html_theme = "pydata_sphinx_theme"
html_title = "electlaw"
html_static_path = ["_static"]
html_favicon = "_static/favicon.svg"
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {
    "logo": {"text": "electlaw"},
    "navbar_start": ["navbar-logo"],
    "navbar_center": ["site-nav"],
    "navbar_end": ["theme-switcher"],
    "navbar_persistent": ["search-button", "language-switch"],
    "secondary_sidebar_items": ["page-contents"],
    "footer_start": ["site-footer"],
    "footer_end": [],
    "show_prev_next": True,
    "collapse_navigation": True,
    "navigation_depth": 3,
    "show_nav_level": 1,
    "show_toc_level": 1,
    "back_to_top_button": False,
    "search_bar_text": "Cari di situs ini … · Search this site …",
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}
html_sidebars = {
    "index": [],
    "search": [],
    "changelog": [],
    "contributing": [],
    "**": ["section-nav"],
}
html_additional_pages = {"search": "search.html"}
html_context = {"default_mode": "auto", "cut_off": {lang: day_text(electlaw.DATA_AS_OF, lang) for lang in ("id", "en")}}


def leave_out(app, exception):
    """Take away a template of the theme that is no page."""
    if exception is None and app.builder.format == "html":
        Path(app.outdir, "_static", "webpack-macros.html").unlink(missing_ok=True)


def setup(app):
    """Connect to the build."""
    app.connect("build-finished", leave_out)
