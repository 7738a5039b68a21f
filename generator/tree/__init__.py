"""The document tree and what can be done to any: nodes, numbering, splitting, printing of values, formulas.

It knows no plan and no file; `document` builds it, `writers` print it.
"""
