"""`laporan.html`: the comparison as one page for reviewers."""
