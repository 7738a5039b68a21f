"""Reading: workbooks into rows with their cells, chapters into text with their lines. All within limits."""
