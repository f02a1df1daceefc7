"""The use cases, one function or method each, and the ports they need."""
