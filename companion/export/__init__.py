"""The page and the book as files that can leave: plain text, Markdown, HTML, JSON, PDF."""
