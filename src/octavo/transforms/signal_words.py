"""Words that lead to a source: "see", "cf.", "and", "in" and their like in octavo's languages.

What follows one of them belongs to its sentence ("See Roe, *Bridges*, 3, and Doe, *Rivers*."); what follows
anything else is said beside it ("The vote was close (Roe, *Bridges*, 3).").
"""

_WORDS = (
    # English
    "see also cf compare and or nor but with in by from per to of on at after against following than as like "
    "unlike both either neither e.g i.e eg viz esp especially consult contra pace citing quoting via is are "
    "do does did "
    # Ukrainian
    "див дивіться пор порівняй порівняйте також теж та й і або чи але у в з із зі за до про на від по як "
    "зокрема напр наприклад цит проти крім згідно "
    # Russian
    "см смотрите ср сравните также и или но в во с со из по до о об на от к как напр например цит против "
    "кроме согласно "
    # Belarusian
    "гл глядзіце параўн таксама ды ці ў са паводле да пра ад супраць акрамя "
    # Polish
    "zob zobacz por porównaj patrz także też również i oraz lub albo ale w we z ze za według do o na od jak "
    "np przez przeciw wg "
    # German
    "siehe s vgl vergleiche auch und oder sowie aber in im bei nach von mit gegen wie etwa z.b bspw dazu "
    "hierzu laut gemäß so "
    # French
    "voir v cf aussi et ou mais dans chez de d à par selon avec contre comme également notamment comparer "
    "comparez ex"
)
SIGNAL_WORDS = frozenset(_WORDS.split())
"""Lower case, without the stop of an abbreviation."""
