"""The document tree: prose, tables and figures become nodes, and nodes are numbered and resolved."""
