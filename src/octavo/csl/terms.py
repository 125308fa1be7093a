"""Words and dates for sources in languages that CSL serves badly: Ukrainian, Russian, Belarusian.

Pandoc's locale for Ukrainian mixes English words into notes ("edited by", "et al.") and writes "01, Серпень
2022", the one for Russian "1 август 2022 г."; for Belarusian there is none. What is given here goes into the
style as a locale of its own, where it outweighs that of Pandoc (CSL specification 1.0.2, "Locale").
Words for places in a source stay as Pandoc has them where it has any, since it finds locators by them.

Months bend behind a day, which CSL cannot say. So they come with a private-use character before them, and
`transforms/months.py` gives them their form.
"""

from collections.abc import Mapping
from types import MappingProxyType
from xml.sax.saxutils import escape, quoteattr

MONTH = "\ue009"
"""Stands before the name of a month."""

MONTHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "uk": (
            *("січень січня", "лютий лютого", "березень березня", "квітень квітня", "травень травня"),
            *("червень червня", "липень липня", "серпень серпня", "вересень вересня", "жовтень жовтня"),
            *("листопад листопада", "грудень грудня"),
        ),
        "ru": (
            *("январь января", "февраль февраля", "март марта", "апрель апреля", "май мая", "июнь июня"),
            *("июль июля", "август августа", "сентябрь сентября", "октябрь октября", "ноябрь ноября"),
            "декабрь декабря",
        ),
        "be": (
            *("студзень студзеня", "люты лютага", "сакавік сакавіка", "красавік красавіка", "май мая"),
            *("чэрвень чэрвеня", "ліпень ліпеня", "жнівень жніўня", "верасень верасня"),
            *("кастрычнік кастрычніка", "лістапад лістапада", "снежань снежня"),
        ),
    }
)
"""The months of a year: alone, and behind a day."""

_SHORT_MONTHS = MappingProxyType(
    {
        "uk": "січ. лют. берез. квіт. трав. черв. лип. серп. верес. жовт. листоп. груд.",
        "be": "студз. лют. сак. крас. мая чэрв. ліп. жн. вер. кастр. ліст. снеж.",
    }
)

_TERMS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "uk": {
            "et-al": "та ін.",
            "at": "у",
            "accessed": "дата звернення",
            "retrieved": "отримано",
            "available at": "режим доступу",
            "circa/short": "бл.",
            "forthcoming": "готується до друку",
            "in press": "у друці",
            "online": "онлайн",
            "ordinal": "-ге",
            "editor/verb": "за редакцією",
            "editor/verb-short": "за ред.",
            "collection-editor/verb": "за редакцією",
            "translator/verb": "переклад",
            "translator/verb-short": "пер.",
            "editortranslator/verb": "редакція та переклад",
            "container-author/verb": "автор",
            "interviewer/verb": "інтерв’юер",
            "recipient/verb": "до",
            "director/verb": "режисер",
            "director/verb-short": "реж.",
            "number": "номер",
            "number/short": "№",
            "volume/short": "т.",
            "legislation": "закон",
            "legislation/short": "закон",
            "open-inner-quote": "„",
            "close-inner-quote": "“",
            "season-01": "весна",
            "season-02": "літо",
            "season-03": "осінь",
            "season-04": "зима",
        },
        "ru": {
            "number": "номер",
            "number/short": "№",
            "container-author/verb": "автор",
            "collection-editor/verb": "под редакцией",
            "legislation": "закон",
            "legislation/short": "закон",
        },
        "be": {
            "and": "і",
            "et-al": "і інш.",
            "ibid": "тамсама",
            "accessed": "дата доступу",
            "retrieved": "атрымана",
            "at": "у",
            "in": "у",
            "from": "з",
            "available at": "рэжым доступу",
            "no date": "без даты",
            "no date/short": "б. д.",
            "circa/short": "каля",
            "edition": "выданне",
            "edition/short": "выд.",
            "forthcoming": "рыхтуецца да друку",
            "in press": "у друку",
            "online": "анлайн",
            "ordinal": "-е",
            "ordinal-01": "-е",
            "ordinal-02": "-е",
            "ordinal-03": "-е",
            "letter": "ліст",
            "interview": "інтэрв’ю",
            "editor": "рэдактар",
            "editor/short": "рэд.",
            "editor/verb": "пад рэдакцыяй",
            "editor/verb-short": "пад рэд.",
            "collection-editor/verb": "пад рэдакцыяй",
            "translator": "перакладчык",
            "translator/short": "пер.",
            "translator/verb": "пераклад",
            "translator/verb-short": "пер.",
            "container-author/verb": "аўтар",
            "recipient/verb": "да",
            "page": "старонка",
            "page/short": "с.",
            "chapter": "раздзел",
            "chapter/short": "разд.",
            "volume": "том",
            "volume/short": "т.",
            "issue": "выпуск",
            "issue/short": "вып.",
            "part": "частка",
            "part/short": "ч.",
            "note": "заўвага",
            "note/short": "заўв.",
            "number": "нумар",
            "number/short": "№",
            "legislation": "закон",
            "legislation/short": "закон",
            "open-quote": "«",
            "close-quote": "»",
            "open-inner-quote": "„",
            "close-inner-quote": "“",
        },
    }
)
"""Terms by name and form; one form serves for one thing and for several."""

_YEAR_SUFFIX = MappingProxyType({"ru": " г."})


def with_own_terms(style: str) -> str:
    """Return a CSL style's XML with these locales in it, but for languages that it has words for itself."""
    added = "".join(_locale(lang) for lang in _TERMS if f'<locale xml:lang="{lang}' not in style)
    head, end, rest = style.partition("</info>")
    return f"{head}{end}{added}{rest}" if end else style


def _locale(lang: str) -> str:
    terms = [_term(*name.partition("/")[::2], text) for name, text in _TERMS[lang].items()]
    for number, names in enumerate(MONTHS[lang], start=1):
        terms.append(_term(f"month-{number:02}", "", MONTH + names.split()[0]))
    for number, name in enumerate(_SHORT_MONTHS.get(lang, "").split(), start=1):
        terms.append(_term(f"month-{number:02}", "short", name))
    dates = _dates(_YEAR_SUFFIX.get(lang, ""))
    options = '<style-options punctuation-in-quote="false"/>'
    return f'<locale xml:lang="{lang}">{options}{dates}<terms>{"".join(terms)}</terms></locale>'


def _term(name: str, form: str, text: str) -> str:
    chosen = f" form={quoteattr(form)}" if form else ""
    return f"<term name={quoteattr(name)}{chosen}>{escape(text)}</term>"


def _dates(after_year: str) -> str:
    """Return how dates are written: `1 серпень 2022` and `01.08.2022`."""
    day, month = (
        f'<date-part name="{part}" form="numeric-leading-zeros" suffix="."/>' for part in ("day", "month")
    )
    return (
        '<date form="text"><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/>'
        f'<date-part name="year" suffix={quoteattr(after_year)}/></date>'
        f'<date form="numeric">{day}{month}<date-part name="year"/></date>'
    )
