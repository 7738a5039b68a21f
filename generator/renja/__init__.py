"""What one year of the plan gives beside documents: its workbook to fill in, and the sheet for SIPD."""
