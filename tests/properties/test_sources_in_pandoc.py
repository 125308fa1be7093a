"""What octavo writes into a bibliography, Pandoc reads as it was meant."""

import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from octavo.pandoc import run_pandoc
from octavo.sources.bibtex_text import one_line
from octavo.sources.drafting import draft_entry
from octavo.sources.layout import lay_out
from tests.support.source_services import CROSSREF

ROOT = Path(__file__).parents[2]
LETTERS = [*'abcдеéﬁ%&$#_{}~^\\".,:;?!()[]<>@=|/*+-–«»…', " ", " ", "<i>", "</i>", "?", "\u202f"]


def read_back(items: Sequence[dict[str, Any]], folder: Path) -> dict[str, dict[str, Any]]:
    """Return records as Pandoc reads them from the entries that octavo makes of them, by citekey."""
    text = "\n\n".join(lay_out(draft_entry(item).entry_text(f"k{at}")) for at, item in enumerate(items))
    output = run_pandoc(["--from=biblatex", "--to=csljson"], text=text.encode(), folder=folder).output
    return {item["id"]: item for item in json.loads(output)}


def test_text_of_any_characters_comes_back(tmp_path: Path) -> None:
    """Publishers, bodies and places keep every character but braces without a partner and typed dashes."""
    chance = random.Random(1)
    texts = [f"x{''.join(chance.choices(LETTERS, k=chance.randint(1, 15)))}x" for _ in range(300)]
    texts = [one_line(text).replace(" --", " -x") for text in texts]
    items = [
        {
            "type": "book",
            "title": "T",
            "author": [{"literal": text}],
            "publisher": text,
            "publisher-place": text,
        }
        for text in texts
    ]

    read = read_back(items, tmp_path)

    assert [read[f"k{at}"]["publisher"] for at in range(300)] == texts
    assert [read[f"k{at}"]["publisher-place"] for at in range(300)] == texts
    assert [read[f"k{at}"]["author"] for at in range(300)] == [[{"literal": text}] for text in texts]


def test_hyphens_stay_and_dashes_are_set(tmp_path: Path) -> None:
    """Two hyphens in a number stay two; between blanks they are a dash."""
    texts = ["FOI-R--5181--SE", "Bridges -- and rivers", "a---b"]

    read = read_back([{"type": "book", "title": text, "language": "de"} for text in texts], tmp_path)

    assert [read[f"k{at}"]["title"] for at in range(3)] == [
        "FOI-R--5181--SE",
        "Bridges – and rivers",
        "a---b",
    ]


def test_capitals_of_names_come_back(tmp_path: Path) -> None:
    """An English title that is written like a sentence keeps the capitals of its names, and its markup."""
    titles = [
        "Joint exercises of NATO in New York and Kyiv",
        "The structure of H<sub>2</sub>O and of vitamin C",
        "Putin, Lukashenko agree to deepen economic ties amid sanctions",
        "What O’Brien said of the iPhone 5S, and of <i>homo sapiens</i> in Brest",
        "AT&T in 100% of {cases}",
        "Sanctions on Belarus after Roman Protasevich’s arrest",
    ]

    read = read_back([{"type": "book", "title": title, "language": "en"} for title in titles], tmp_path)

    assert [read[f"k{at}"]["title"] for at in range(len(titles))] == titles


def test_other_languages_keep_their_case(tmp_path: Path) -> None:
    """A title in a language other than English comes back letter for letter."""
    titles = ["Мост Открыт в Бресте", "Die Brücke von Brest und der Fluss", "«Міст» ОБСЄ у Києві"]
    items = [
        {"type": "book", "title": title, "language": lang}
        for title, lang in zip(titles, ("ru", "de", "uk"), strict=True)
    ]

    read = read_back(items, tmp_path)

    assert [read[f"k{at}"]["title"] for at in range(3)] == titles


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ({"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}, ("Gogh", "Vincent", "")),
        ({"family": "Doe", "given": "Jane", "suffix": "Jr."}, ("Doe", "Jane", "Jr.")),
        ({"family": "Smith and Sons", "given": "Bo"}, ("Smith and Sons", "Bo", "")),
        ({"family": "Приклад", "given": "Іван"}, ("Приклад", "Іван", "")),
        ({"family": "García Márquez", "given": "G."}, ("García Márquez", "G.", "")),
    ],
)
def test_names_come_back(tmp_path: Path, given: dict[str, str], read: tuple[str, str, str]) -> None:
    """People keep their parts: family, given name and what follows."""
    (author,) = read_back([{"type": "book", "title": "T", "author": [given]}], tmp_path)["k0"]["author"]

    assert (author["family"], author["given"], author.get("suffix", "")) == read


def test_records_come_back(tmp_path: Path) -> None:
    """The record of an article and that of a page say through BibTeX what they said before."""
    page = {
        "type": "webpage",
        "title": "T",
        "container-title": "The Example Times",
        "URL": "https://a.example/x_y%20z?a=1&b=~c#d",
        "accessed": {"date-parts": [[2022, 5, 6]]},
        "issued": {"date-parts": [[2021, 9]]},
    }

    read = read_back([{**CROSSREF, "DOI": "10.5555/bridge"}, page], tmp_path)

    assert read["k0"] == {
        "id": "k0",
        "type": "article-journal",
        "title": "A <i>bridge</i> opens & closes in Kyiv",
        "author": [{"family": "Example", "given": "Ann"}, {"literal": "World Bank"}],
        "container-title": "Journal of Bridges",
        "volume": "3",
        "issue": "4",
        "page": "1-10",
        "issued": {"date-parts": [[2021, 9, 10]]},
        "DOI": "10.5555/bridge",
        "language": "en-US",
    }
    assert (read["k1"]["type"], read["k1"]["publisher"]) == ("webpage", "The Example Times")
    assert [read["k1"][name] for name in ("URL", "accessed", "issued")] == [
        page[name] for name in ("URL", "accessed", "issued")
    ]


def test_the_sources_of_the_analysis_come_back(tmp_path: Path) -> None:
    """All that Pandoc reads of our own bibliography survives the way through CSL JSON and back."""
    text = b"\n".join(path.read_bytes() for path in sorted((ROOT / "bibliography").glob("*.bib")))
    output = run_pandoc(["--from=biblatex", "--to=csljson"], text=text, folder=tmp_path).output
    items = json.loads(output)

    read = read_back(items, tmp_path)

    assert [{**read[f"k{at}"], "id": item["id"]} for at, item in enumerate(items)] == items
