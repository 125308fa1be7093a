"""How the sources are listed, as the metadata say it."""

import pytest

from octavo.load.source_list import read_source_list
from octavo.load.values import ValueFault
from octavo.load.yaml_tree import Mapping, parse_yaml
from octavo.model import SourceList, SourceSection
from octavo.source import SourceFile


def read(text: str) -> SourceList:
    """Read `bibliography` of a metadata file."""
    root = parse_yaml(SourceFile("manuscript/metadata.yaml", f"bibliography: {text}\n"))
    assert isinstance(root, Mapping)
    return read_source_list(root.pairs[0][1])


def test_sections_and_chapters() -> None:
    """Keywords are compared without regard to capitals; one keyword or type may stand alone."""
    sections = (
        "[{title: Papers, keywords: Official}, {title: Press, types: [Article, online]}, {title: 1984}]"
    )

    assert read(f"{{sections: {sections}, by_chapter: true}}") == SourceList(
        (
            SourceSection("Papers", keywords=("official",)),
            SourceSection("Press", types=("article", "online")),
            SourceSection("1984"),
        ),
        by_chapter=True,
    )


@pytest.mark.parametrize(
    ("text", "fault", "hint"),
    [
        ("sources", "is not a mapping", "write `sections:` or `by_chapter:` below it, indented"),
        ("{section: []}", "has the unknown key `section`", "did you mean `sections`?"),
        ("{zzz: []}", "has the unknown key `zzz`", "a list of sources has `sections`, `by_chapter`"),
        ("{sections: []}", "has no list of sections", "write lines such as `- {title: Official"),
        ("{sections: [Press]}", "has a section without keys", "write `- {title: Official"),
        ("{sections: [{keywords: a}]}", "has a section without `title`", "write `- {title: Official"),
        ("{sections: [{title: A, type: book}]}", "has the unknown key `type`", "did you mean `types`?"),
        (
            "{sections: [{title: A, types: [artcle]}]}",
            "names `artcle`, which is no type of entry",
            "did you mean `article`?",
        ),
        (
            "{sections: [{title: A}, {title: A, types: book}]}",
            "has two sections `A`",
            "give each a title of its own",
        ),
        ("{sections: [{title: A}, {title: B}]}", "has two sections that take the rest", "give one of them"),
        ("{by_chapter: maybe}", "is `maybe`, not `true` or `false`", "write"),
    ],
)
def test_slips(text: str, fault: str, hint: str) -> None:
    """What cannot be meant is told, with what could be."""
    with pytest.raises(ValueFault) as raised:
        read(text)

    assert raised.value.message == fault
    assert raised.value.hint.startswith(hint)
