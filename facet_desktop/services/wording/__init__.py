"""Words for numbers and terms, shared by screen and paper; translated by an injected function."""
