"""Lineage: every printed value with its place and its cells, and every cell with the places where it is printed."""
