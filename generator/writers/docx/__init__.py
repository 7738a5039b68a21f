"""The DOCX writer: a rendered Word template, the body as XML built in one pass, charts and pictures as parts."""
