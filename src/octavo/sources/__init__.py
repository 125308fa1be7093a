"""The care of sources: what `octavo sources` lists, tidies, looks up and brings in.

Nothing here is part of a build: the network is asked only when a user asks for it by name, and what
came back is written into the publication, where builds read it.
"""
