"""octavo: a publishing pipeline for analysis.

A manuscript with citations goes in; a branded PDF, EPUB and DOCX with footnoted sources come out.
The run has seven stages, and every list of them in the project has the same seven words:
load, check, render, parse, write, verify, publish.
"""

__version__ = "0.1.0"
