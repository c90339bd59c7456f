"""One rule, one module; the file name is the name of the rule. Found by themselves: there is no list to edit.

A module has a docstring (a summary line, then Why, How to fix, Wrong and Right, see `scorecard.validate.docs`), CODE,
SEVERITY and `check(records, as_of)`, which yields problems. SC5xx look into one record, SC6xx across records, SC7xx
at things that are allowed and suspicious; one of these that looks at each entry by itself says ALONE = True.
"""
