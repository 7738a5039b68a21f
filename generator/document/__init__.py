"""The plan becomes a tree: prose, tables and figures turn into the nodes of `generator.tree`."""
