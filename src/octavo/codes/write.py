"""Diagnostic codes of the stage write."""

from octavo.codes.table import Code, error, warning

WRITE: dict[str, Code] = {
    "W001": error(
        "address-not-fetched",
        what="The text, a picture or a template asks for something that is not a file of the publication.",
        why="octavo never opens the network, nor files outside the publication, so the place would stay "
        "empty.",
        example='@import url("https://fonts.example.org/css");  in templates/pdf/text.css.j2',
        cure="Put the file into the publication and name it from there; name typefaces in `_brand.yml`.",
    ),
    "W002": error(
        "layout-engine-died",
        what="The process that lays out pages ended before it had finished.",
        why="Without it there is neither a PDF nor a cover. Mostly the system's library Pango, or a "
        "font, is broken.",
        example="a machine without the library Pango",
        cure="Install Pango (Debian: `apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
        "libharfbuzz-subset0`) and "
        "check that the font files of `_brand.yml` can be opened.",
    ),
    "W003": error(
        "template-fails",
        what="A template of the house style has a mistake, or uses a variable that is not there.",
        why="No page can be made from it.",
        example="{{ metadata.titel }}  in templates/pdf/book.html.j2",
        cure="Correct the line that is named. `octavo templates show NAME` prints octavo's own template, and "
        "docs/templates.md lists what a template may print.",
    ),
    "W004": error(
        "character-without-typeface",
        what="None of the brand's typefaces has a character of the text.",
        why="An empty box would be printed in its place.",
        example="漢字",
        cure="Write it with other characters, or choose a family in `_brand.yml` that has it.",
    ),
    "W005": error(
        "picture-not-drawn",
        what="An image could not be read, so the figure would be empty.",
        why="Readers would see a caption without a picture.",
        example="![A map](figures/map.png)  where the file is cut off in the middle",
        cure="Open the file in a picture editor and save it again.",
    ),
    "W006": error(
        "layout-gave-up",
        what="The layout engine, or Pandoc before it, met something that it could not deal with.",
        why="There is no PDF then.",
        example="a style of your own that the engine cannot follow",
        cure="Take back the last change of your templates. Without own templates, please report it to "
        "octavo.",
    ),
    "W007": warning(
        "rule-not-understood",
        what="The stylesheet of the PDF has a rule that the layout engine does not know and leaves out.",
        why="The pages may look different from what the rule wants.",
        example="p { text-warp: balance }  in templates/pdf/text.css.j2",
        cure="Correct the rule or remove it; the note says in which line of the finished stylesheet it is.",
    ),
    "W008": error(
        "font-not-loaded",
        what="A font file of the brand could not be loaded.",
        why="The text would be set in another typeface.",
        example="a file of `_brand.yml` that is no font",
        cure="Replace the file with the font as its maker publishes it (TTF, OTF, WOFF or WOFF2).",
    ),
    "W009": warning(
        "layout-complaint",
        what="The layout engine says something about a page that octavo has no better words for.",
        why="Some detail of the PDF may be wrong.",
        example="a table row with more cells than the table has columns",
        cure="Look at the place that the message names.",
    ),
    "W010": error(
        "picture-not-for-epub",
        what="A chapter shows an image of a kind that reading systems for EPUB need not know.",
        why="On many devices the figure would be an empty frame.",
        example="![A map](figures/map.tiff)",
        cure="Save the image as SVG, PNG, JPEG, GIF or WebP and show that file.",
    ),
    "W011": warning(
        "formula-as-typed-in-pdf",
        what="A formula could not be drawn for the PDF and stands there as its author typed it.",
        why="Readers of the PDF see commands instead of a formula.",
        example=r"$\\class{x}{y}$",
        cure="Write the formula with simpler commands, or as a picture.",
    ),
    "W012": warning(
        "remark-is-printed",
        what="A template of the publication's own has a remark in `{# … #}`.",
        why="In octavo `{#id}` is a label of the text, so that remarks have two signs; this one is printed.",
        example="{# our own colophon #}",
        cure="Write `{## our own colophon ##}`.",
    ),
    "W013": warning(
        "template-without-use",
        what="A template of the publication's own has a name that no template of the house style has, and no "
        "other of its own includes it.",
        why="It replaces nothing: the editions look as if it were not there.",
        example="templates/pdf/txt.css.j2",
        cure="Give it the name of the template that it is to replace: `octavo templates list` shows them.",
    ),
    "W014": error(
        "costly-house-template",
        what="A template of the publication's own takes too long, needs too much memory, or prints too much.",
        why="Whoever builds a stranger's publication must not have the machine stand still. Each template "
        "may reckon for 5 seconds and print 50 million characters, in 768 MB of memory.",
        example="{% include 'parts/colophon.html.j2' %}  in templates/parts/colophon.html.j2",
        cure="Take back the last change of the template that is named, or of one that it includes.",
    ),
    "W015": error(
        "costly-layout",
        what="The layout of the pages took more time or memory than pages of that number may take.",
        why="Whoever builds a stranger's publication must not have the machine stand still. Three minutes of "
        "the processor and 4 GB of memory are allowed to any book, and more to long ones.",
        example="a style of your own that makes a page for each letter",
        cure="Take back the last change of your templates; else leave chapters out until you know which it "
        "is.",
    ),
    "W020": error(
        "picture-not-for-docx",
        what="A chapter shows an image of a kind that Word does not show.",
        why="The reader would see an empty frame in the place of the figure.",
        example="![A map](figures/map.webp)",
        cure="Save the image as SVG, PNG or JPEG and show that file.",
    ),
    "W021": warning(
        "formula-not-for-docx",
        what="A formula uses a command that Pandoc cannot turn into a formula of Word's.",
        why="In the Word edition the formula stands as it was typed, with its backslashes.",
        example="$\\unknowncommand{x}$",
        cure="Write the formula with commands of plain TeX and AMS-LaTeX.",
    ),
    "W022": warning(
        "typeface-not-in-docx",
        what="Word cannot embed a typeface of the brand: its files are variable, no TrueType, or forbid it.",
        why="Where the typeface is not installed, Word shows another, and lines and pages break elsewhere.",
        example="typography: {headings: {family: IBM Plex Sans}}   a package with one file for all weights",
        cure="List TrueType files of single weights under `typography.fonts`, take another typeface, or "
        "write `embed_fonts: false` when all who work on the text have the typeface.",
    ),
    "W023": error(
        "missing-library",
        what="The machine lacks a library of the system that lays out pages: Pango or HarfBuzz.",
        why="Without it there is neither a PDF nor a cover. Packages of Python do not bring it along.",
        example="the system's library `libpango-1.0-0` is missing",
        cure="Install it: `apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0` (Debian, "
        "Ubuntu), `dnf install pango harfbuzz` (Fedora), `brew install pango` (macOS). Until then, "
        "`octavo build --format epub --format docx` builds the other editions.",
    ),
    "W024": warning(
        "epub-without-cover",
        what="The EPUB was built on a machine that cannot draw its cover, because a library is missing.",
        why="Shops and shelves show books by their covers.",
        example="the EPUB has no cover: the library `libpango-1.0-0` is missing",
        cure="Install the library that is named, then build again.",
    ),
    "W025": error(
        "layout-engine-hangs",
        what="The process that lays out pages was busy with one page for ten minutes, and was ended.",
        why="It would never have come to an end. No page of a book takes more than some seconds.",
        example="a stylesheet of your own from which the engine cannot make a page",
        cure="Take back the last change of your templates. Without own templates, build without the newest "
        "chapter to find what it hangs at, and please report it to octavo.",
    ),
}
