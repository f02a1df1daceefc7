"""The voice: a helper process that speaks, and the client that keeps it from ever holding up a session."""
