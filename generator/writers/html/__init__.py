"""Document -> one HTML file, and the pieces that the other pages are made of."""
