"""Words about claims: octavo's own statuses in each language, and the words by which a text doubts."""

import re
from collections.abc import Iterable, Mapping

from octavo.model.claims import ClaimStatus

_KEYS = ("established", "verified", "qualified", "contradicted", "asserted", "open")
_WITH_DOUBT = frozenset({"qualified", "contradicted", "asserted", "open"})
_LABELS: Mapping[str, tuple[str, ...]] = {
    "en": ("Established", "Verified", "Qualified", "Contradicted", "Asserted only", "Open"),
    "uk": ("Встановлено", "Перевірено", "З уточненням", "Спростовано", "Лише заявлено", "Не з’ясовано"),
    "be": ("Устаноўлена", "Праверана", "З удакладненнем", "Абвергнута", "Толькі заяўлена", "Не вядома"),
    "ru": ("Установлено", "Проверено", "С уточнением", "Опровергнуто", "Только заявлено", "Не выяснено"),
    "pl": ("Ustalone", "Sprawdzone", "Z zastrzeżeniem", "Obalone", "Tylko deklarowane", "Niewyjaśnione"),
    "de": ("Belegt", "Geprüft", "Eingeschränkt", "Widerlegt", "Nur behauptet", "Offen"),
    "fr": ("Établi", "Vérifié", "À nuancer", "Contredit", "Seulement affirmé", "Non élucidé"),
}

_DOUBTS: Mapping[str, str] = {
    "en": r"""
    not|no|nor|never|neither|none|nobody|nothing|cannot|\w+n[’']t|but|however|though|although|yet|
    rather|instead|whereas|while|except|unless|only|hardly|scarcely|may|might|could|would|perhaps|
    possibl[ey]|probabl[ey]|likely|apparently|appears?|appeared|seem(?:s|ed)?|allege\w*|reportedly|
    supposed\w*|presum\w+|so-called|according to|claim(?:s|ed|ing)?|assert\w*|maintain(?:s|ed)?|say|
    says|said|writes?|wrote|hold|holds|held|argues?|argued|believes?|believed|thinks?|thought|
    suggest\w*|conclude\w*|authors?[’']?|opinion|view|reading|judge?ments?|interpret\w*|specul\w+|
    disput\w*|doubt\w*|uncertain\w*|unclear|unconfirmed|unproven|question\w*|contradict\w*|wrong\w*|
    mistak\w+|error|false|incorrect\w*|inaccura\w+|exaggerat\w*|correct(?:s|ed|ion|ions)|refut\w*|
    in part|partly|partial\w*|qualif\w+|conditional\w*|whether|if
    """,
    "uk": r"""
    не|ні|ані|жод\w+|ніхто|ніщо|нічого|нема|немає|ніколи|але|однак|проте|хоч|хоча|втім|утім|натомість|
    радше|лише|тільки|ледве|навряд|може|могл\w+|міг|можливо|мабуть|[ій]мовірно|певно|очевидно|здається|
    нібито|ніби|начебто|наче|буцімто|мовляв|так зван\w+|за словами|за даними|за версією|на думку|кажуть|
    каже|сказа\w+|пише|пишуть|твердить|тверджен\w+|стверджу\w+|заявля\w+|заяви\w+|вважа\w+|припуска\w+|
    припущен\w+|автор\w*|думк\w+|погляд\w*|тлумач\w+|інтерпрет\w+|сумні\w+|невідом\w+|незрозуміл\w+|
    непідтвердж\w+|спірн\w+|запереч\w+|супереч\w+|спрост\w+|помил\w+|хибн\w+|неправильн\w+|неточн\w+|
    перебільш\w+|уточн\w+|виправ\w+|почасти|частково|умовно|чи|якщо
    """,
}
"""Words by which a text says that something is not so, not known, or said by somebody, as patterns."""


def default_statuses(lang: str) -> tuple[ClaimStatus, ...]:
    """Return the statuses of a register that declares none, labelled in the language or in English."""
    labels = _LABELS.get(_language(lang), _LABELS["en"])
    return tuple(
        ClaimStatus(key, label, key in _WITH_DOUBT) for key, label in zip(_KEYS, labels, strict=True)
    )


def doubt_pattern(lang: str, own_words: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds a word of doubt; None where neither octavo nor the register has any."""
    known = re.sub(r"\s*\n\s*", "", _DOUBTS.get(_language(lang), ""))
    words = [*([known] if known else []), *(re.escape(word) for word in own_words)]
    return re.compile(rf"\b(?:{'|'.join(words)})(?!\w)", re.IGNORECASE) if words else None


def _language(lang: str) -> str:
    return lang.split("-", maxsplit=1)[0].lower()
