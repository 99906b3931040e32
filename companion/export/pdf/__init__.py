"""Sheets as PDF, set by typst; imported only when one is made."""
