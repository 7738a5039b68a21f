"""`laporan.html`: the comparison as one page for reviewers. `laman.susun_laporan` makes it."""
