"""The encrypted database: tables, queries, search and migrations."""
