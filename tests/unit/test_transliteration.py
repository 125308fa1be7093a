"""Cyrillic in Latin letters, by the standards' own examples."""

import pytest

from octavo.transliteration import LANGUAGES, SCHEMES, knows, transliterate


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Алушта", "Alushta"),
        ("Борщагівка", "Borshchahivka"),
        ("Згурський", "Zghurskyi"),
        ("Розгон", "Rozghon"),
        ("Ґалаґан", "Galagan"),
        ("Гаєвич", "Haievych"),
        ("Короп'є", "Koropie"),
        ("Єнакієве", "Yenakiieve"),
        ("Їжакевич", "Yizhakevych"),
        ("Кадиївка", "Kadyivka"),
        ("Йосипівка", "Yosypivka"),
        ("Олексій", "Oleksii"),
        ("Корюківка", "Koriukivka"),
        ("Юрій", "Yurii"),
        ("Знам\u2019янка", "Znamianka"),
        ("Костянтин", "Kostiantyn"),
        ("ЩОЄ, Що є", "SHCHOIE, Shcho ye"),
        ("Київ-Ярослав \\emph{Яр}", "Kyiv-Yaroslav \\emph{Yar}"),
    ],
)
def test_the_ukrainian_resolution(cyrillic: str, latin: str) -> None:
    """Resolution 55: other letters begin a word, зг is zgh, the soft sign and the apostrophe go."""
    assert transliterate(cyrillic, "kmu-55", "uk") == latin
    assert transliterate(cyrillic, "bgn-pcgn", "uk") == latin


@pytest.mark.parametrize(
    ("scheme", "language", "cyrillic", "latin"),
    [
        (
            "bgn-pcgn",
            "ru",
            "Ельцин, Подъездная, Алексеев, Щёлково, Озёрск",
            "Yel’tsin, Pod”yezdnaya, Alekseyev, Shchëlkovo, Ozërsk",
        ),
        ("bgn-pcgn", "be", "Магілёў, Сям\u2019я, Еўропа, Гродна", "Mahilyow, Syam”ya, Yewropa, Hrodna"),
        ("ala-lc", "ru", "Грозный, Подъезд, Эпоха, Юлия", "Groznyĭ, Podʺezd, Ėpokha, Iuliia"),
        ("ala-lc", "uk", "Їжак, Юрій, Щастя, сім'я", "Ïzhak, Iuriĭ, Shchastia, simia"),
        ("ala-lc", "be", "Ўладзімір, ёсць", "Ŭladzimir, iostsʹ"),
        ("scholarly", "uk", "Хвильовий, Щоголів, Їжак, Ґудзь", "Xvyl’ovyj, Ščoholiv, Jižak, Gudz’"),
        ("scholarly", "ru", "Чехов, Щедрин, Эхо, объезд", "Čexov, Ščedrin, Èxo, obʺezd"),
        ("scholarly", "be", "Ўсход, Яўген", "Ŭsxod, Jaŭhen"),
        ("iso-9", "uk", "Ґвалт, Їжа, об\u2019єм, щ", "G\u0300valt, Ïža, ob’êm, ŝ"),
        ("iso-9", "ru", "Щука, съел, эхо, Юля", "Ŝuka, sʺel, èho, Ûlâ"),
        ("iso-9", "be", "Ўсе, і", "Ŭse, ì"),
    ],
)
def test_other_schemes(scheme: str, language: str, cyrillic: str, latin: str) -> None:
    """Each scheme has its own letters in each language."""
    expected = latin if scheme != "scholarly" else latin.replace("’", "ʹ")

    assert transliterate(cyrillic, scheme, language) == expected


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_is_left(scheme: str, language: str) -> None:
    """Every letter of the language's alphabet is written in Latin ones, in both cases."""
    alphabets = {
        "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "be": "абвгґдеёжзійклмнопрстуўфхцчшыьэюя",
    }
    if not knows(scheme, language):
        assert (scheme, language) in {("kmu-55", "ru"), ("kmu-55", "be")}
        return
    letters = alphabets[language]

    written = transliterate(" ".join([letters, *letters, *letters.upper()]), scheme, language)

    assert [char for char in written if "\u0400" <= char <= "\u04ff"] == []


def test_letters_of_a_neighbour() -> None:
    """A name in another language keeps none of its letters: the scheme's other tables know them."""
    assert transliterate("Объедков", "bgn-pcgn", "uk") == "Ob”iedkov".replace("ie", "e")
