"""Everything that outside validators say of an edition, in an author's words (`octavo verify`).

A validator is one module here with one constant of type `Validator`, and a line in `roster.py`. It gets the
path of a file and answers with faults; `Unreadable` and `NotChecked` say why it has no answer.
"""
