"""Diagnostic codes of the citation doctor, a part of the stage check."""

from octavo.codes.table import Code, grave_rule, warning

DOCTOR: dict[str, Code] = {
    "C020": grave_rule(
        "unknown-entry-type",
        what="A cited entry is of a type that Pandoc does not know.",
        why="citeproc would set it as a source of no kind: without the journal's name, the quotation marks "
        "or the italics that its readers expect.",
        example="@artcle{sample2021,\n  title = {A Paper}\n}",
        cure="Correct the type. `@article` with `entrysubtype = {newspaper}` is for the press, `@online` "
        "for a page, `@report`, `@thesis`, `@legislation`, `@jurisdiction`, `@legal` for what their names "
        "say, `@misc` for anything else.",
    ),
    "C021": warning(
        "unknown-field",
        what="A cited entry has a field that nothing reads, and one that is read has nearly the same name.",
        why="What it says is lost, without a word from Pandoc.",
        example="auhtor = {Sample, Ada}",
        cure="Correct the name. Names of your own that are not near to a known one are never reported.",
    ),
    "C022": warning(
        "field-of-the-style-missing",
        what="A cited entry lacks what the citation style prints of a source of its type, such as the pages "
        "of an article or the day on which a page was read.",
        why="Its note would be thinner than the others, and readers look longer for the source. octavo "
        "reads the style's own file to see what it prints, so that nothing is asked for in vain.",
        example="@article{sample2021,\n  journaltitle = {A Journal},\n  date = {2021}\n}",
        cure="Add what the hint names. An article with a DOI needs no pages, one with `entrysubtype = "
        "{newspaper}` no volume; `pubstate = {forthcoming}` excuses all.",
    ),
    "C023": grave_rule(
        "unreadable-date",
        what="A date of a cited entry is not written as a date, so that citeproc leaves it out.",
        why="The note would have no date, and nobody would tell: Pandoc drops such dates in silence.",
        example="date = {September 2021}",
        cure="Write `2021`, `2021-09` or `2021-09-05`; `2020/2021` for a time, `1850~` for about 1850. "
        "Without a date of its own a page has a `urldate`, the day on which you read it.",
    ),
    "C024": grave_rule(
        "impossible-date",
        what="A date of a cited entry is in no calendar.",
        why="It would be printed as it is, and a reader who sees 30 February doubts all the rest.",
        example="date = {2024-02-30}",
        cure="Look the date up. Give the month or the year only, if that is all that is known.",
    ),
    "C025": warning(
        "dates-out-of-order",
        what="A date of a cited entry comes after the edition's own, or the source was read before it was "
        "published, or a time ends before it begins.",
        why="One of the two dates is wrong, and readers who check the source will see which.",
        example="date = {2021-10-05},\nurldate = {2021-09-05}",
        cure="Correct one of the two dates; the edition's is `date` in `metadata.yaml`. What is not out yet "
        "has `pubstate = {forthcoming}`.",
    ),
    "C026": grave_rule(
        "malformed-doi",
        what="The DOI of a cited entry has a wrong form, or something before or behind it.",
        why="The style makes a link of it, which would lead nowhere.",
        example="doi = {doi:10.1234/abcd}",
        cure="Write the DOI alone, as `10.1234/abcd`, or as `https://doi.org/10.1234/abcd`.",
    ),
    "C027": grave_rule(
        "malformed-address",
        what="The address of a cited entry cannot be followed: it has no scheme, no host, a space, or LaTeX "
        "round it.",
        why="Readers could not reach the source. `url` is taken as it stands, so a backslash or `\\url` "
        "would become a part of the address.",
        example="url = {http:/example.org/a page}",
        cure="Copy the address again from the browser's bar. Write `%20` for a space and no backslashes.",
    ),
    "C028": warning(
        "tracked-address",
        what="The address of a cited entry carries parameters that tell where a reader came from, such as "
        "`utm_source` or `fbclid`.",
        why="The page is the same without them; with them the note is longer, and whoever follows it is "
        "counted as somebody else.",
        example="url = {https://example.org/news?utm_source=letter&id=7}",
        cure="Take the address that the hint gives, without them.",
    ),
    "C029": warning(
        "source-under-two-keys",
        what="Two entries seem to be one source: they have one DOI, one address, or one author, one year "
        "and nearly one title.",
        why="The list of references would name it twice, and a second note would give it in full again "
        "instead of its short form.",
        example="@book{doe2020, …} and @book{doe2020a, …} with the same author, date and title",
        cure="Keep one of the two and cite it everywhere. If they are two sources, correct what they share; "
        "parts of one book, volumes and editions are told apart by `pages`, `volume`, `edition`, or `date`.",
    ),
    "C030": warning(
        "odd-name",
        what="What stands for an author or editor is not the name of one person or body: it has `et al.`, a "
        "semicolon or `&`, or is in capitals.",
        why="BibTeX parts names at the word `and` only; anything else becomes a part of somebody's name.",
        example="author = {SMITH, JOHN; Doe, Jane et al.}",
        cure="Write `Smith, John and Doe, Jane and others`. Wrap the name of a body in braces: `{Johnson "
        "\\& Johnson}`.",
    ),
    "C031": warning(
        "parted-body",
        what="The name of a body is not wrapped in braces, so that BibTeX parts it into first and last name.",
        why="The list of references would put it under its last word: “Affairs, Ministry of Foreign”.",
        example="author = {Ministry of Foreign Affairs}",
        cure="Wrap it: `author = {{Ministry of Foreign Affairs}}`.",
    ),
    "C032": warning(
        "title-of-another-language",
        what="A cited entry does not say the language of a title that is evidently not English, or says "
        "another language than the title's.",
        why="Citation styles set capitals in English titles, and a title without a language counts as one: "
        "“La Politique de La France”.",
        example="title = {La politique de la France dans les années 1990}",
        cure="Add the language: `langid = {french}`.",
    ),
    "C033": warning(
        "title-in-capitals",
        what="A title of a cited entry is in capitals.",
        why="It shouts among the others, and no style can make small letters of it.",
        example="title = {TRADE OF BELARUS WITH ITS NEIGHBOURS}",
        cure="Write it in small letters, and put names and abbreviations into braces.",
    ),
    "C034": warning(
        "lowered-name",
        what="The citation style would set names in an English title with a small letter.",
        why="Pandoc takes the capitals off the words of English titles, and a style that does not set "
        "titles in title case never puts them back: “Trade of belarus”.",
        example="title = {Trade of Belarus in transition}   with   csl: apa",
        cure="Put names into braces: `Trade of {Belarus} in transition`.",
    ),
    "C035": warning(
        "locator-of-another-language",
        what="A citation names a page or the like in a word of another language than the document's.",
        why="Pandoc knows the words of the document's language only. It would print any other as it stands, "
        "in the wrong place and in a foreign language.",
        example="[@sample2021, p. 3]   with   lang: uk",
        cure="Write the word that the hint gives, or the number alone for a page: `[@sample2021, 3]`.",
    ),
    "C036": warning(
        "address-in-text",
        what="The address of a page stands in the text or in a note, where a citation could stand.",
        why="It has no title, no date and no place in the list of references, and nobody can tell what it "
        "was when the page is gone.",
        example="as the ministry says (https://example.org/news)",
        cure="Add an entry with this `url` to the bibliography and cite it. For a mere pointer make a link "
        "of some words: `[the ministry](https://example.org)`.",
    ),
    "C037": warning(
        "quotation-without-page",
        what="A citation right behind a quotation gives no page, though its source has pages.",
        why="Whoever wants to check the words would have to read the whole source.",
        example="“a union of two equal states” [@sample2021]",
        cure="Add the page: `[@sample2021, p. 12]`.",
    ),
    "C038": warning(
        "long-note",
        what="A note is longer than the foot of a page can well hold.",
        why="A note is never continued on the next page, so it drives the text off its own, and one that is "
        "longer than a page stops the build of the PDF.",
        example="^[Five hundred words about the history of the treaty …]",
        cure="Shorten the note, or move a part of it into the text or into an appendix.",
    ),
    "C039": warning(
        "wrong-number",
        what="An ISBN, ISSN or ORCID iD of a cited entry has a wrong form or a wrong digit.",
        why="The last digit of each is computed from the others, so one of them is not what it should be, "
        "and a library would not find it.",
        example="isbn = {978-3-16-148410-1}",
        cure="Copy the number again. For a number that is printed wrongly in the source itself, make an "
        "exception with that reason.",
    ),
    "C055": warning(
        "lost-month",
        what="The month of a cited entry is written in words, so that citeproc leaves it out.",
        why="Only the year would be printed. Pandoc reads a `month` as a number, or as BibTeX's own word "
        "for it without braces; many programs write it with braces.",
        example="year = {2021},\nmonth = {September}",
        cure="Write `month = sep`, `month = {9}`, or the whole date: `date = {2021-09}`.",
    ),
    "C056": warning(
        "unknown-language",
        what="The `langid` of a cited entry is a name that citeproc does not know.",
        why="The title may be taken for an English one, and the source's own rules are not found.",
        example="langid = {ukranian}",
        cure="Write the name as BibLaTeX does, such as `ukrainian`, or the tag, such as `uk`.",
    ),
}
