"""Diagnostic codes of what a text may not do: deceive its readers, or act on their machines."""

from octavo.codes.table import Code, error, warning

SAFETY: dict[str, Code] = {
    "C061": error(
        "deceiving-file-name",
        what="The name of a file has a character that nobody sees, or one that shows another name than it "
        "has.",
        why="Reviewers, terminals and file managers would show a name that the file does not have.",
        example="a picture whose name reads `mapgpj.exe` backwards from its middle.",
        cure="Give the file another name, of letters, digits and hyphens.",
    ),
    "C062": warning(
        "allowance-without-use",
        what="Something is allowed in `metadata.yaml` that no chapter needs there.",
        why="Whoever reads the next change to the text would not be asked about it again.",
        example="allow:\n  - {html: kbd, at: 20-chapter.md, reason: names of keys}\n\n"
        "while `20-chapter.md` has no `<kbd>`",
        cure="Remove the item, or correct the name and the file: what is allowed holds in one chapter.",
    ),
    "L021": error(
        "remote-image-without-copy",
        what="The publication allows an image of the web, and has no copy of it.",
        why="Builds fetch nothing, so that the same folder gives the same editions, today and in ten years.",
        example="allow:\n  - {remote-image: https://example.org/map.png, at: 20-chapter.md, reason: theirs}"
        "\n\nand no file in `manuscript/remote-images/`",
        cure="Run `octavo sources fetch-images`, look at what came, and commit `manuscript/remote-images/`.",
    ),
    "L022": error(
        "changed-copy-of-remote-image",
        what="The copy of an image of the web is not what was fetched: its SHA-256 differs from the one in "
        "`images.lock`.",
        why="Readers would see something else than what was on the web on the day that the lock names.",
        example="a copy that was cropped, or whose line ends Git has changed",
        cure="Take the file back from Git, or run `octavo sources fetch-images`. An image that you edited is "
        "your own: save it under `manuscript/figures/` and name it by that path.",
    ),
    "L023": error(
        "broken-images-lock",
        what="`manuscript/remote-images/images.lock` is not as `octavo sources fetch-images` writes it.",
        why="The lock says which images of the web may be shown, and what they were when they were fetched.",
        example='["https://example.org/map.png"]\nfile = "/etc/passwd"',
        cure="Take the file back from Git. After a merge, keep the tables of both sides. Or remove what "
        "stands under the address and run `octavo sources fetch-images`.",
    ),
    "P024": error(
        "unfit-attribute",
        what="The braces behind a text or an image hold an attribute that no edition knows, a value that the "
        "attribute cannot have, or a class that is octavo's own.",
        why="It would become an attribute of HTML, where `onclick` runs code, `style` and `srcset` fetch "
        "files "
        "and others change what readers see, or a style in Word that no brand has.",
        example='[the report]{onclick="open(1)"}   or   ![Map](figures/map.svg){style="float:left"}',
        cure="Remove the attribute. Texts can have `lang` and `dir`, images `alt`, `width` and `height`, "
        "boxes "
        "`title`; how something looks is said by a class and a stylesheet in `templates/`.",
    ),
    "P025": error(
        "deceiving-address",
        what="A link leads to another place than its address seems to say.",
        why="What stands before an `@` looks like the host and is not: readers and reviewers take one site "
        "for "
        "another.",
        example="[the bank](https://bank.example@other.example/)",
        cure="Write the address of the page without a name or password before its host, and without spaces, "
        "backslashes or invisible characters.",
    ),
    "P026": error(
        "unfit-character-by-code",
        what="The text comes to hold a character that no text may have: a control, one that turns the "
        "direction "
        "of writing, an invisible one, or one without a meaning.",
        why="It is not in the file, so that no reviewer sees it there, and every reader gets it.",
        example="account&#x202e;54321",
        cure="Remove the code (`&#x202e;`), or the value that a template prints, or the term of the citation "
        "style that has it.",
    ),
    "P027": error(
        "raw-content-from-source",
        what="An entry, or the citation style, puts raw content, an image or an attribute into a note or the "
        "list of sources.",
        why="An image there could be any file of the machine that builds; a command would be in some of the "
        "editions and not in others.",
        example="title = {\\includegraphics{/etc/passwd} A Report},",
        cure="Write in the entry what readers are to see, without the command.",
    ),
    "P028": error(
        "unfit-element",
        what="An HTML element that the publication allows is not whole, or has an attribute that none may "
        "have.",
        why="The editions would not be well-formed, or the element would do more than it was allowed for.",
        example='Press <kbd onclick="open(1)">Esc.',
        cure="Write the element with its end in the same paragraph: `<kbd>Esc</kbd>`. It may have `lang`, "
        "`dir` "
        "and `title`, and `datetime` for `time`.",
    ),
    "V031": error(
        "active-content-in-epub",
        what="The EPUB holds what an e-reader or a browser would run, or fetch from elsewhere: a script, a "
        "frame, an address outside of the book, an entity.",
        why="Readers trust a book to be a text. What runs in it can follow them, or change its words.",
        example='<p onclick="open(1)">Thanks</p>  in templates/epub/colophon.html.j2',
        cure="Remove it from your own template: the book must read without.",
    ),
    "V032": error(
        "unfit-address-in-pdf",
        what="A link in the PDF leads neither into it nor to the web, a mailbox or a telephone.",
        why="It would run something, or open a file of the reader's machine.",
        example='<a href="file:///etc/passwd">Thanks</a>  in templates/parts/colophon.html.j2',
        cure="Link to an address that begins with `https://`, `http://`, `mailto:` or `tel:`, or to a place "
        "in the publication.",
    ),
}
