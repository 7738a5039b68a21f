"""Derived values, pure: totals, ratios, growth, counts and ranks, on `Angka`. Nothing is rounded here."""
