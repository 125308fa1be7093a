"""Diagnostic codes of the stage render."""

from octavo.codes.table import Code, error, warning

RENDER: dict[str, Code] = {
    "R001": error(
        "template-syntax",
        what="A chapter holds something that begins like a Jinja2 expression or statement and is none.",
        why="Chapters pass through Jinja2 before anything else, so that they can print data. A "
        "statement that is not closed swallows text; octavo stops before that happens.",
        example="{% for row in data.loans %}\n| {{ row.date }} |\n",
        cure="Close every statement (`{% endfor %}`, `{% endif %}`) and every brace. To print two "
        "braces as they are, write `{{ '{{' }}`. Comments are `{## … ##}`.",
    ),
    "R002": error(
        "template-value",
        what="A template asks for a value that does not exist or for something that it may not do.",
        why="A missing value would leave a hole in a sentence or a table, and nobody would notice.",
        example="Credit came to {{ data.loans.totall }} million.",
        cure="Print what `manuscript/data/`, `metadata` and `extra` hold; compare the name with "
        "the data file. Templates cannot call Python, change data or read files.",
    ),
    "R003": error(
        "citation-from-data",
        what="A template prints a citation whose key no entry of the bibliography has.",
        why="The reader would find a note without a source. The citekey usually stands in a data file.",
        example="- date: 2021-06-02\n  source: tass2021tranch\n",
        cure="Mend the citekey in the data file, or add the entry to a file in `bibliography/`.",
    ),
    "R004": error(
        "chart",
        what="A chart description cannot be drawn, or names data, a field, a mark or a channel that is not "
        "there.",
        why="A figure is made from its data on every build, so that picture and numbers cannot "
        "part. Charts read named data of the publication only, never an address.",
        example="data: {name: laons}\nmark: bar\n",
        cure="Name a file of `manuscript/data/` that holds a list of records (or has one under "
        "`rows`), and follow the Vega-Lite documentation for marks and encodings.",
    ),
    "R005": error(
        "picture",
        what="An image file cannot be read as what its name says it is.",
        why="The three editions would show different things, or nothing.",
        example="![The border.](figures/border.svg)",
        cure="Export the picture again as SVG, PNG or JPEG.",
    ),
    "R006": warning(
        "series-without-colour",
        what="A chart has more series than the brand has colours for them, so that two look the same.",
        why="Nobody could tell them apart.",
        example="color: {field: town, type: nominal}   five towns, chart_colors: [navy, brick, muted]",
        cure="Add colours to `defaults.octavo.chart_colors` in the brand, show fewer series, or give the "
        "chart colours of its own under `scale`.",
    ),
    "R007": error(
        "costly-template",
        what="A template in a chapter takes too long, needs too much memory, or prints too much.",
        why="Whoever builds a stranger's publication must not have the machine stand still. Each chapter may "
        "reckon for 5 seconds and print 5 million characters, in 768 MB of memory.",
        example="{% for a in range(99999) %}{% for b in range(99999) %}{{ a * b }}{% endfor %}{% endfor %}",
        cure="Prepare the numbers in a file of `manuscript/data/` and go through its rows once.",
    ),
    "R008": error(
        "image-too-large",
        what="An image has more than 40 million pixels, or more than 100 MB.",
        why="To show it, all its pixels must be in memory at once; a file of a few kilobytes can claim "
        "gigabytes.",
        example="a map of 16,000 × 12,000 pixels",
        cure="Export it smaller: 4,000 pixels fill the width of a page in print.",
    ),
    "R009": error(
        "dangerous-drawing",
        what="A drawing (SVG) holds a script or foreign content, declares entities, or shows its parts again "
        "and again without measure.",
        why="Readers of EPUBs may run what a drawing brings, and drawing it may take hours.",
        example='<svg onload="alert(1)">',
        cure="Export the drawing again as plain SVG, without scripts, and with what it shows inside.",
    ),
}
