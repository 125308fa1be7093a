"""Diagnostic codes of the stage check."""

from octavo.codes.table import Code, error, grave_rule, warning

CHECK: dict[str, Code] = {
    "C001": error(
        "unknown-citekey",
        what="A chapter cites a key that no entry of the bibliography has.",
        why="The note would have no source, and a claim without a source is what octavo exists to prevent.",
        example="as agreed in Minsk [@smaple2021, p. 3]",
        cure="Correct the key, or add the entry to a `.bib` file in `bibliography/`. Write `\\@` "
        "for an `@` that is no citation.",
    ),
    "C002": warning(
        "uncited-entry",
        what="An entry of the bibliography is cited nowhere.",
        why="It will not be in the list of references; often a citation was lost when a text was shortened.",
        example="@book{sample2021, …} while no chapter has [@sample2021]",
        cure="Cite the entry or remove it. A key that a file of data mentions counts as cited, and so does "
        "one that a cited entry names as its `crossref` or `xdata`.",
    ),
    "C003": grave_rule(
        "incomplete-entry",
        what="A cited entry lacks what a full note of its type needs.",
        why="Readers must be able to find the source: who, what, where and when.",
        example="@online{sample2021,\n  title = {A Page}\n}",
        cure="Add the fields: a title, an author or editor or publishing body, a date, the address "
        "of a page online, the journal of an article.",
    ),
    "C004": grave_rule(
        "no-langid",
        what="An entry with a Cyrillic title does not say its language.",
        why="Citation styles capitalise English titles; without `langid` they do it to yours as "
        "well, and quote it the English way.",
        example="title = {Аналіз ринку}",
        cure="Add the language to the entry: `langid = {ukrainian}` or `langid = {russian}`.",
    ),
    "C005": error(
        "missing-image",
        what="A chapter shows an image that is not in the publication.",
        why="The figure would be an empty frame.",
        example="![Gas prices](figures/gas-price.svg)",
        cure="Correct the target, or add the file. Targets are looked for beside the chapter first, "
        "then in `manuscript/`.",
    ),
    "C006": error(
        "image-outside",
        what="An image lies outside the publication: on the network, at an absolute path, or behind "
        "`..` or a link.",
        why="octavo fetches nothing and reads nothing outside the folder, so that the same folder "
        "gives the same editions anywhere.",
        example="![Gas prices](https://example.org/gas.png)",
        cure="Save the image under `manuscript/figures/` and name it by that path. Or allow an image of the "
        "web by its address (`remote-image` under `allow:` in `metadata.yaml`) and run `octavo sources "
        "fetch-images`, which keeps a copy of it.",
    ),
    "C007": grave_rule(
        "no-alt-text",
        what="An image has neither a caption nor an `alt` attribute.",
        why="Readers who cannot see it learn nothing, and accessible PDF and EPUB demand a description.",
        example="![](figures/gas.svg)",
        cure='Describe what the image shows: `![Gas prices](figures/gas.svg){alt="Line chart: …"}`. One that '
        'only adorns the page says so: `![](figures/vignette.svg){alt=""}`.',
    ),
    "C008": error(
        "unknown-style",
        what="The metadata names a CSL style that does not exist.",
        why="Notes and references are set by this style.",
        example="csl: chicago-notes-bibliografy",
        cure="Correct the name, or put the style into the publication and give its path, as in "
        "`csl: templates/house.csl`.",
    ),
    "C009": warning(
        "not-a-note-style",
        what="The CSL style sets citations in the text, not as notes.",
        why="Sources will stand in parentheses or brackets, and the pages will have no footnotes for them.",
        example="csl: apa",
        cure="Choose a note style such as `chicago-notes-bibliography`, `oscola` or `mhra-notes`, "
        "or keep this one if it is what you want.",
    ),
    "C010": error(
        "undefined-name",
        what="A chapter uses a name in Jinja2 that nothing defines.",
        why="Where the value should be, the text would have a hole.",
        example="{{ data.enegry.price }}",
        cure="Correct the name. Chapters know `data`, `metadata`, `extra` and what they set themselves.",
    ),
    "C011": error(
        "no-chapter-title",
        what="A chapter does not begin with a heading of level 1.",
        why="Contents, running heads and the EPUB's spine are made from the titles of chapters.",
        example="## Background\n\nIn 1999 …",
        cure="Begin the chapter with its title: `# Background`.",
    ),
    "C012": error(
        "duplicate-identifier",
        what="Two places of the manuscript have the same explicit identifier.",
        why="All chapters become one document: a link to the identifier could lead to the wrong "
        "place, and the EPUB would not be valid.",
        example="# Method {#method}   and, in another chapter,   ## Method {#method}",
        cure="Rename one of the two, and the links that mean it.",
    ),
    "C013": error(
        "unfit-character",
        what="A text has a control character, a character that turns the direction of writing, or "
        "one without a meaning.",
        why="The first make an EPUB unreadable, the second let readers see another text than the "
        "file holds, and the third have no shape in any typeface.",
        example="A form feed that came along when text was pasted from a PDF.",
        cure="Remove the character: it is invisible, so delete from the letter before it to the "
        "letter after it and write these anew.",
    ),
    "C014": error(
        "crowded-brackets",
        what="A bracket `[` stands within ten others that are open.",
        why="Pandoc tries every way to pair them, and each two more take it five times as long: a "
        "build would never end.",
        example="[[[[[[[[[[[[[[[[[[[[[[",
        cure="Close the brackets, or write `\\[` for those that open nothing.",
    ),
    "C015": warning(
        "letters-of-another-typeface",
        what="The text has characters that its typeface lacks and another of the brand's typefaces has.",
        why="They are set in that other typeface and stand out from the words around them.",
        example="«Слуцкія паясы» in a typeface without Cyrillic letters",
        cure="Choose a family for `typography.base` in `_brand.yml` that has all letters of your languages, "
        "or write the sign otherwise.",
    ),
    "C016": warning(
        "too-little-contrast",
        what="Two colours of the brand are too close to each other for what is printed in them.",
        why="Readers with weak sight, on a poor screen or on paper from an old printer cannot read it, and "
        "public bodies may not accept it. The measure is that of WCAG 2.2 at level AA: 4.5 for text, 3 for "
        "large type and graphics. Neighbouring colours of charts need 1.2, to be told apart without hues.",
        example='color:\n  foreground: "#999999"\n  background: "#ffffff"',
        cure="Take the colour that the hint names, or another that is darker or lighter.",
    ),
    "C017": error(
        "unknown-label",
        what="A cross-reference names a label that nothing has.",
        why="Readers would be sent to a figure, table, section or equation that is not there.",
        example="see @fig:trafic   where the figure is   ![Traffic.](figures/traffic.svg){#fig:traffic}",
        cure="Correct the label, or give it to what you mean: `{#fig:traffic}` after a figure, "
        "`{#tbl:traffic}` after a table's caption, `{#sec:traffic}` after a heading, `{#eq:traffic}` "
        "after a formula.",
    ),
    "C060": warning(
        "missing-type-style",
        what="A typeface lacks a weight or the italic that the editions are set in.",
        why="The PDF draws the letters bolder or slanted by machine, and Word and reading systems do so in "
        "ways of their own: no designer of type would sign what comes of it.",
        example="files: [{path: fonts/example.ttf, weight: 400}]   as the only file of the text's typeface",
        cure="Put the missing file beside the brand and name it under `typography.fonts`, or ask for a "
        "weight that the typeface has.",
    ),
    "C070": error(
        "text-without-measure",
        what="A chapter has more open brackets, boxes in boxes, quotations in quotations, or open comments "
        "than anyone writes, or a line that is longer than a book.",
        why="Time to read such a text grows without measure: twenty-two open brackets keep Pandoc busy for "
        "a minute. The chapter is not read.",
        example="5,000 lines `::: note` before the first `:::`",
        cure="Close what is opened, or break the line. A program that writes chapters may have gone wrong.",
    ),
}
