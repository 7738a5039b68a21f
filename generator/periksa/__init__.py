"""The checks of what was written: the structure of the DOCX and of the PDF. Each gives faults in Indonesian."""
