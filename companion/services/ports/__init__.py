"""What the services need of the rooms below them, as protocols; each is handed one that fits."""
