"""Progress: how pain went, which sessions were done, and what to make of it."""
