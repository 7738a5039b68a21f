"""PDF: one DOCX in, one reproducible, tagged PDF/A-2b and its page numbers out. Imports nothing of the plan.

`pengonversi.siapkan` chooses the program, `libreoffice` or `word` converts, `halaman` reads where the bookmarks fell,
`normalkan` makes the bytes depend on the DOCX alone. All that fails raises `gagal.GagalPdf`.
"""
