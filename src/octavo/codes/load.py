"""Diagnostic codes of the stage load."""

from octavo.codes.table import Code, error, warning

LOAD: dict[str, Code] = {
    "L001": error(
        "no-metadata",
        what="The folder has no `manuscript/metadata.yaml`.",
        why="That file makes a folder a publication: it gives the title, the authors and the "
        "language that every edition carries.",
        example="octavo build .        (in a folder without manuscript/metadata.yaml)",
        cure="Write `manuscript/metadata.yaml` with at least `title`, `author` and `lang`, or run "
        "octavo in the folder that holds `manuscript/`.",
    ),
    "L002": error(
        "broken-metadata",
        what="`manuscript/metadata.yaml` is not the YAML that octavo reads.",
        why="Nothing in the file can be trusted while its structure is broken. Anchors, aliases "
        "and tags are refused because they make a text mean something else than it says.",
        example="title: Gas: a history",
        cure='Put values with a colon or a number sign in quotes, as in `title: "Gas: a history"`. '
        "Indent with spaces, give each key once.",
    ),
    "L003": error(
        "unknown-metadata-key",
        what="The metadata has a key that octavo does not know.",
        why="A misspelt key would silently leave its value out of every edition.",
        example="langauge: uk",
        cure="Correct the key. Variables of your own for use in chapters belong under `extra:`.",
    ),
    "L004": error(
        "bad-metadata-value",
        what="A value of the metadata is missing, or is not what its key needs.",
        why="Catalogues, readers' devices and Word read these values: a date that does not exist "
        "or a language tag that is none spoils sorting, hyphenation and reading aloud.",
        example="date: 2026-02-30",
        cure="Write dates as `2026-11-24`, languages as `uk` or `en-GB`, file names in lower-case "
        "letters, digits and hyphens. `title`, `author` and `lang` are always needed.",
    ),
    "L005": error(
        "bad-chapter-block",
        what="The metadata block at the head of a chapter cannot be used.",
        why="A chapter's block may set its running head, its authors and its place in the book; "
        "anything else would be lost without a word.",
        example="---\nmater: front\n---",
        cure="Use only `running_head`, `author` and `matter` (`front`, `main` or `back`) and end "
        "the block with a line `---`. All else belongs in `manuscript/metadata.yaml`.",
    ),
    "L006": error(
        "not-utf8",
        what="A file of text is not encoded as UTF-8.",
        why="Read in the wrong encoding, letters beyond English turn into other signs, and the "
        "fault is found in print.",
        example="A chapter saved as Windows-1251.",
        cure="Open the file in your editor and save it again with the encoding UTF-8.",
    ),
    "L007": error(
        "no-chapter",
        what="There is no `.md` file under `manuscript/`.",
        why="A publication needs at least one chapter.",
        example="manuscript/metadata.yaml and nothing else",
        cure="Write a chapter, say `manuscript/10-introduction.md`. Chapters are set in the order "
        "of their paths; files and folders whose names begin with a dot are passed over.",
    ),
    "L008": error(
        "broken-entry",
        what="An entry of the bibliography cannot be read as its author meant it.",
        why="One brace too few or too many changes which fields an entry has, and a reader could "
        "not find the source. Other entries are read none the less.",
        example="@book{sample2021,\n  title = {A Title,\n  year  = {2021}\n}",
        cure="Close every brace and quote, put a comma after each field, give each field once, and "
        "use a citekey of letters, digits and single `_`, `-`, `:` or `.`.",
    ),
    "L009": error(
        "duplicate-citekey",
        what="Two entries have the same citekey.",
        why="Tools disagree about which of the two counts, so a note could name the wrong source.",
        example="@book{sample2021, …} in a.bib and @online{sample2021, …} in b.bib",
        cure="Remove one entry if both are the same source; else give one another citekey and cite "
        "it by that.",
    ),
    "L010": error(
        "unreadable-data",
        what="A file in `manuscript/data/`, or a description of a chart, cannot be read.",
        why="Chapters print its values; half a table would print wrong numbers.",
        example='year,value\n2020,1\n2021,"2,3',
        cure="In CSV give each row as many cells as the first row and put cells with commas in "
        "quotes. In YAML put values with a colon in quotes. A file's name without its suffix "
        "must be a word that templates can use, and be there once.",
    ),
    "L011": error(
        "bad-brand",
        what="`templates/_brand.yml` has a key or a value that cannot be used.",
        why="The brand decides how every edition looks; a setting that is passed over would show "
        "only in print.",
        example='color:\n  primry: "#14505c"',
        cure="Follow brand.yml: `meta`, `logo`, `color`, `typography`, `defaults`. octavo's own "
        "settings (`page`, `figures`, `embed_fonts`, `chart_colors`, `logo-alt`) stand under "
        "`defaults.octavo`.",
    ),
    "L012": error(
        "unknown-typeface",
        what="A typeface of the brand has no font files.",
        why="octavo never takes another typeface in silence: the same sources must give the same "
        "pages anywhere.",
        example="typography:\n  base:\n    family: Spectrall",
        cure="Correct the name, install the family as a fontpkg package, or put the font files "
        "beside `_brand.yml` and list them under `typography.fonts` with `source: file`. Fonts "
        "are never fetched from the network.",
    ),
    "L013": error(
        "missing-logo",
        what="The brand's logo is not there, lies outside the publication, or is no SVG, PNG or JPEG.",
        why="The cover shows the logo, and a publication must build from its own folder alone.",
        example="logo: ../../shared/logo.svg",
        cure="Put the logo into `templates/` and name it relative to `_brand.yml`.",
    ),
    "L014": error(
        "file-outside",
        what="A file of the publication is a link to a file outside it.",
        why="Nothing outside the folder may get into an edition, and elsewhere the link would lead nowhere.",
        example="manuscript/20-history.md -> /home/someone/history.md",
        cure="Put a copy of the file in place of the link.",
    ),
    "L015": error(
        "unreadable-file",
        what="A file of the publication cannot be opened.",
        why="An edition without it would be incomplete.",
        example="A chapter that only another user may read.",
        cure="Give yourself leave to read the file (`chmod u+r`), or replace a folder or dead link "
        "by the file.",
    ),
    "L016": error(
        "broken-sources-lock",
        what="`bibliography/sources.lock` is not as `octavo sources archive` writes it.",
        why="The lock says which web sources are archived, and where; notes print dates and links from it. "
        "A half-understood lock would print half of the evidence.",
        example='["board-2023"]\nurl = "https://example.org/gas"\nfetched = "yesterday"',
        cure="Take the file back from Git. After a merge, keep the tables of both sides: they are sorted by "
        "citekey, so that only the same source can clash. `octavo sources archive --again KEY` writes a "
        "source's table anew.",
    ),
    "L017": error(
        "changed-snapshot",
        what="A file in `bibliography/archive/` is not the one that was archived: its SHA-256 differs.",
        why="A snapshot is evidence of what a source said on a day. If it can be edited unnoticed, it proves "
        "nothing, and quotations would be compared with words that the source never had.",
        example="A snapshot's `text.txt` in which an editor has corrected a spelling mistake.",
        cure="Take the file back from Git, and keep Git and editors from changing line ends in "
        "`bibliography/archive/` (`bibliography/archive/** -text` in `.gitattributes`). To replace the "
        "snapshot by what the source says today, run `octavo sources archive --again KEY`.",
    ),
    "L018": warning(
        "missing-snapshot",
        what="The lock names a snapshot's file, and the file is not there.",
        why="Without it nobody can see what the source said, and quotations from it are not checked. Notes "
        "still print the public copy that the lock records.",
        example="bibliography/sources.lock beside an empty `bibliography/archive/`",
        cure="Take `bibliography/archive/` back from Git or from wherever it is kept, or run "
        "`octavo sources archive --again KEY`.",
    ),
    "L019": warning(
        "outdated-snapshot",
        what="An archived source has another address in the bibliography now, or no entry any more.",
        why="The snapshot is of another page than the note names, so that the note prints no archived copy.",
        example="url = {https://example.org/new}    % the lock has https://example.org/old",
        cure="Run `octavo sources archive KEY` to archive the new address, or "
        "`octavo sources archive --prune` to let go of sources that the bibliography no longer has.",
    ),
    "L030": error(
        "chapter-is-folder",
        what="A folder under `manuscript/` has a name that ends with `.md`, as those of chapters do.",
        why="Whoever lists the files takes it for a chapter, and its text would be missing in every edition.",
        example="manuscript/10-introduction.md/",
        cure="Put the chapter's file in its place, or give the folder a name without `.md`.",
    ),
    "L031": error(
        "file-for-folder",
        what="A file has the name of a folder in which octavo looks: `bibliography`, `templates` or "
        "`manuscript/data`.",
        why="The publication would be built without its sources, its brand or its data.",
        example="a file `bibliography` beside `manuscript/`",
        cure="Give the file another name, and put what it holds into the folder: sources into "
        "`bibliography/sources.bib`, for example.",
    ),
    "L032": warning(
        "clashing-names",
        what="Names of two files differ only in capitals, or in whether an accent is a sign of its own.",
        why="macOS and Windows take them for one file: whoever checks the publication out there has only one "
        "of the two, and builds other editions.",
        example="manuscript/Chapter.md and manuscript/chapter.md",
        cure="Rename one of them, and what names it.",
    ),
    "L033": error(
        "unspeakable-name",
        what="The name of a file under `manuscript/` has line ends or other signs that cannot be shown, or "
        "bytes that are not UTF-8.",
        why="No report can name the file, and other systems cannot store it.",
        example="a name that was written in Windows-1251 and is read as UTF-8",
        cure="Rename the file. Letters of any alphabet, digits, hyphens and underlines are fine.",
    ),
    "L025": error(
        "file-too-large",
        what="A file of text is larger than octavo reads.",
        why="Whoever builds a stranger's publication must not have the machine stand still. A chapter may "
        "have 2 MB, a file of sources or a CSV table 20 MB, any other file of text 5 MB.",
        example="manuscript/10-everything.md with 3,000,000 letters",
        cure="Part the file into several; leave out of data what no chapter prints.",
    ),
}
