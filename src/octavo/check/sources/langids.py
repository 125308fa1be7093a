"""Languages of entries have names that citeproc knows: BibLaTeX's, or tags (BCP 47)."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from octavo.check.citations import cited_entries
from octavo.check.sources.entry_words import word_set
from octavo.diagnostics import Diagnostic, nearest
from octavo.model import Publication

_TAG = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]+)*", re.IGNORECASE)
_NAMES = word_set(
    "acadian afrikaans albanian american amharic arabic armenian asturian australian austrian bahasa"
    " bahasai bahasam basque belarusian bengali bosnian brazil brazilian breton british bulgarian"
    " canadian canadien catalan chinese coptic croatian czech danish dutch english esperanto estonian"
    " farsi finnish francais french frenchb friulan galician georgian german germanb greek gujarati"
    " hebrew hindi hungarian icelandic irish italian japanese kannada kazakh korean kurdish kyrgyz lao"
    " latin latvian lithuanian magyar malay marathi mexican mongolian naustrian newzealand ngerman norsk"
    " nynorsk occitan persian polish polutonikogreek portuges portuguese punjabi romanian romansh"
    " russian samin sanskrit scottish serbian serbianc slovak slovene spanish swedish syriac tajik tamil"
    " telugu thai tibetan turkish turkmen ukenglish ukrainian urdu usenglish uzbek vietnamese welsh"
)
_TAGS: Mapping[str, str] = MappingProxyType(
    {
        "azerbaijani": "az",
        "indonesian": "id",
        "interlingua": "ia",
        "lowersorbian": "dsb",
        "macedonian": "mk",
        "norwegian": "norsk",
        "nswissgerman": "de-CH",
        "piedmontese": "pms",
        "slovenian": "slovene",
        "swissgerman": "de-CH",
        "uppersorbian": "hsb",
    }
)
"""Names of Babel that Pandoc does not know and that are too long to pass for a tag, and what it knows."""
_OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("ua", "ukr", "українська", "українською", "украинский"), "ukrainian"),
        **dict.fromkeys(("русский", "російська", "rus"), "russian"),
        **dict.fromkeys(("беларуская", "білоруська", "белорусский"), "belarusian"),
        **dict.fromkeys(("deutsch", "ger", "deu"), "german"),
        **dict.fromkeys(("français", "fre", "fra"), "french"),
        **dict.fromkeys(("polski", "pol"), "polish"),
        **dict.fromkeys(("eng", "англійська"), "english"),
    }
)


def check_langids(publication: Publication) -> Iterator[Diagnostic]:
    """C056: a cited entry names its language in a way that nothing knows."""
    for entry in cited_entries(publication):
        named = entry.fields.get("langid", "")
        name = named.strip().lower()
        better = _OTHER_NAMES.get(name) or _TAGS.get(name)
        if name and (better or not (name in _NAMES or _TAG.fullmatch(name))):
            near = better or nearest(name, sorted(_NAMES))
            yield Diagnostic(
                "C056",
                f"entry `{entry.citekey}` is in `{named}`, a language that citeproc does not know",
                entry.place("langid"),
                hint=f"did you mean `{near}`?" if near else "write its tag, such as `uk`",
            )
