"""What a shell offers at a press of tab, for the shells that people have."""
