"""Pictures of boxes and lines: their sizes from Arial's widths, their places, and the nodes that hold them."""
