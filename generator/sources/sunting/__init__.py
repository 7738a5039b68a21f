"""Editing a filled workbook where it stands: the XML of the parts concerned; everything else stays, byte for byte.

`paket` holds the parts, `gaya` the cell styles, `lembar` a sheet, `catatan` its header notes, `turun` its drop-down
lists. None of them knows what a workbook of ours holds (`sources.perbarui` does).
"""
