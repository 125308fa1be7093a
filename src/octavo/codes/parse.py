"""Diagnostic codes of the stage parse."""

from octavo.codes.table import Code, error, warning

PARSE: dict[str, Code] = {
    "P001": error(
        "pandoc-failed",
        what="Pandoc gave up reading the manuscript or one entry of the bibliography.",
        why="Pandoc turns the text into the one document from which all editions are written.",
        example="title = {An unbalanced {brace},",
        cure="Mend the entry, or the place that Pandoc names.",
    ),
    "P002": error(
        "unseen-citation",
        what="Pandoc reads something as a citation that octavo's own reading of the source had not found.",
        why="octavo checks citations on the author's text, where it can point at them. One that "
        "only Pandoc sees has not been checked.",
        example="write to editor@@example.invalid",
        cure="Write citations plainly, as `[@key]` or `[@key, p. 3]`; write `\\@` for an at sign "
        "that is no citation.",
    ),
    "P003": error(
        "raw-content",
        what="The text holds raw HTML, TeX or the like.",
        why="Raw content reaches one edition and is missing from the others; octavo promises one "
        "text in all three.",
        example="A line<br>break.",
        cure="Use Markdown: a backslash at the line's end breaks it, `::: name` … `:::` makes a "
        "box, `[text]{.smallcaps}` marks a phrase. HTML comments are fine and are left out.",
    ),
    "P004": error(
        "broken-link",
        what="A link within the publication leads to an identifier that nothing has.",
        why="The reader would click and stay where they are.",
        example="see [the table](#tbl:loan)",
        cure="Link to an identifier that exists, or give the target one: `# Heading {#sec:name}`, "
        "`: Caption {#tbl:name}`, `![Caption](file.svg){#fig:name}`.",
    ),
    "P005": error(
        "nested-note",
        what="A note stands within another note.",
        why="Word has no such thing, and on paper the two would change places.",
        example="^[See the treaty.^[Signed in 1999.]]",
        cure="Say it in one note. A citation within a note is fine.",
    ),
    "P006": warning(
        "pandoc-warning",
        what="Pandoc read the text but found something odd, such as a note that is never called.",
        why="Most of these are slips of the pen that change what readers see.",
        example="[^loan]: A note that no text calls.",
        cure="Follow what Pandoc says.",
    ),
    "P007": error(
        "unseen-image",
        what="Pandoc reads something as an image that octavo's own reading of the source had not found.",
        why="octavo checks that images lie in the publication and have alternative text; this one"
        " has not been checked.",
        example="![Map][map]",
        cure='Write images plainly, as `![Caption](figures/name.svg){alt="What it shows"}`.',
    ),
    "P008": error(
        "note-in-image",
        what="A note or a citation stands in the brackets of an image that is part of a line.",
        why="What stands there is read aloud to those who do not see the image. No reader would "
        "ever see the note.",
        example="The sign ![of the union^[Since 2003.]](figures/sign.png) hung high.",
        cure="Put the note after the image. An image in a paragraph of its own is a figure, and its "
        "caption may have notes.",
    ),
    "P009": error(
        "unfit-address",
        what="A link leads neither to the web, a mailbox or a telephone nor to a place in the publication.",
        why="Readers have the edition, not your files; and an address that runs code or opens files "
        "would act on their machine.",
        example="see [the table](../tables/loan.xlsx)",
        cure="Begin the address with `https://`, `http://`, `mailto:` or `tel:`; for a place in the "
        "publication give `#` and its identifier, whichever chapter it stands in.",
    ),
    "P010": error(
        "missing-note",
        what="A text calls a note by a name that no note of the chapter has.",
        why="Readers would find the name in its brackets where the number of a note should be, and no note.",
        example="The loan was repaid.[^laon]",
        cure="Correct the name, or write the note as `[^loan]: Text.` in the same file: notes do not reach "
        "from chapter to chapter. Write `\\[^` for brackets that call no note.",
    ),
    "P011": warning(
        "unknown-class",
        what="A box or passage has a class that no edition knows, and one like it is known.",
        why="The editions show its text as any other: no box, no title, no look of its own.",
        example="::: key-finding",
        cure="Write the class that octavo knows: `key-findings`, `note`, `caution`, `method`, `pull-quote`, "
        "`epigraph`, `glossary`, `source`, `table-note`, `row-heads`, `landscape` or `wide`.",
    ),
    "P012": error(
        "unpaired-fence",
        what="A line of colons begins a box that nothing ends, or ends none, or is taken for text.",
        why="The rest of the chapter would stand in the box, or readers would see the colons.",
        example="The bridge opened.\n::: note\nIt has one lane.\n:::",
        cure="Begin a box after an empty line with `::: note`, that is three colons, a space and one class, "
        "or several classes in braces; end it with `:::` on a line of its own.",
    ),
    "P013": error(
        "figure-in-note",
        what="A figure or a table stands in a note.",
        why="Notes are lines at the foot of a page; a figure has a number and a place in the lists, which "
        "Word and e-readers cannot give it there.",
        example="[^map]: The crossing.\n\n    ![The bridge.](figures/map.svg){#fig:map}",
        cure="Put it into the text and refer to it: `^[The crossing is shown in @fig:map.]`.",
    ),
    "P014": error(
        "label-among-sources",
        what="One bracket names a label, such as `@fig:traffic`, and a source.",
        why="A source becomes a note and a label stays in the text; one bracket cannot do both.",
        example="as counts show [@fig:traffic; @example2021bridge]",
        cure="Give each its own bracket: `@fig:traffic shows it [@example2021bridge]`.",
    ),
    "P015": error(
        "label-without-number",
        what="A cross-reference leads to something that has no number, or that a template has not printed.",
        why="The text would say neither a number nor a title there.",
        example="@fig:map   where   ![](figures/map.png){#fig:map}   has no caption",
        cure="Give the figure or table a caption, let the formula stand in a paragraph of its own, or "
        "correct the label.",
    ),
    "P016": error(
        "link-without-words",
        what="A link has nothing in its brackets.",
        why="Readers see no link, and hear none.",
        example="see [](#fig:traffic)",
        cure='Write `@fig:traffic` for a link that reads "Figure 2", or words: `[the counts](#fig:traffic)`.',
    ),
    "P017": error(
        "label-in-text",
        what="A label in braces belongs to nothing, so that it stays in the text as it is.",
        why="Readers would see the braces, and references to the label would lead nowhere.",
        example="The load is $$ q = m g $$ {#eq:load} for each car.",
        cure="Give a formula a paragraph of its own: `$$ q = m g $$ {#eq:load}`. Write the label of a figure "
        "straight behind its bracket, that of a table at the end of its caption, that of a section at the "
        "end of its heading. Write `\\{#` for braces that are no label.",
    ),
    "P018": error(
        "label-of-another-kind",
        what="A label begins with the word for another kind of thing than the one it stands on.",
        why="Whoever writes `@fig:cars` means a figure; the text would speak of a table.",
        example=": Cars a day {#fig:cars}",
        cure="Begin labels of figures with `fig:`, of tables with `tbl:`, of headings with `sec:`, of "
        "formulas with `eq:`.",
    ),
    "P019": error(
        "open-code",
        what="A line of backticks, tildes or two dollar signs begins code or a formula that nothing ends.",
        why="The lines would be run together as text, with the signs in it and other quotation marks.",
        example="```python\ncost = 5\n\nThe bridge is paid for.",
        cure="End code with the same signs on a line of their own, and a formula with `$$`. Write a "
        "backslash before each of the signs if you mean the signs themselves.",
    ),
    "P020": error(
        "second-title",
        what="A file has two headings of level 1.",
        why="A file is a chapter, with one title: contents, running heads and the pages of the EPUB are made "
        "from it.",
        example="# The bridge\n\nText.\n\n# The river",
        cure="Put what follows the second title into a file of its own, `20-river.md` after `10-bridge.md`, "
        "or make it a section, `## The river`.",
    ),
    "P021": error(
        "source-in-two-sections",
        what="A cited source belongs in two sections of the list of sources.",
        why="It would be listed twice, or in a place where nobody looks for it.",
        example="{title: Official, keywords: [official]}, {title: Reports, types: [report]}   "
        "@report{…, keywords = {official}}",
        cure="Make the filters of the sections in `metadata.yaml` narrower, or change the entry's keywords. "
        "A section with `keywords:` and `types:` wants both.",
    ),
    "P022": error(
        "source-in-no-section",
        what="A cited source belongs in none of the sections of the list of sources.",
        why="The text would cite a source that the list does not have.",
        example="sections: [{title: Press, types: [article]}]   @book{…}",
        cure="Give the entry a keyword that a section asks for, or add a section without `keywords:` and "
        "`types:`: it takes the rest.",
    ),
    "P023": warning(
        "empty-section",
        what="No cited source belongs in a section of the list of sources, so the section is left out.",
        why="Mostly its keyword is written otherwise in the entries.",
        example="{title: Official documents, keywords: [offical]}",
        cure="Write the keyword as the entries have it, or remove the section.",
    ),
    "P030": warning(
        "table-without-heads",
        what="A table has neither a row of heads nor a column of them.",
        why="Readers who listen hear a cell at a time, with what heads it; here they hear numbers and do not "
        "know of what.",
        example="--------  ------\nApples    12\nPears     14\n--------  ------",
        cure="Write a row of heads. If the first column says what each row is about, put `{.row-heads}` "
        "behind the caption, or `::: row-heads` around a table without caption. What is no table but a list "
        "may be written as one.",
    ),
}
