"""Writers print the document tree. They know nodes, never a plan."""
