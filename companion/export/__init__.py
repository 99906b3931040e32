"""The page as a file that can leave: plain text, Markdown, JSON."""
