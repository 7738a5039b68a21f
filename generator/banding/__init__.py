"""Two versions of a plan compared: their trees, their data, and what reviewers get to see of it."""
