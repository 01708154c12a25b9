"""Draws values as text, HTML, Markdown and tables."""
