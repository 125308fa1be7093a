"""The signs of English."""

import re

from octavo.check.statements.signs import Signs, any_of, folded, spaced

_PARTS = any_of(
    r"""
    chapters?|sections?|tables?|figures?|figs?\.|appendix|appendices|annex(?:es)?|parts?|pages?|pp?\.|
    paragraphs?|notes?|box(?:es)?|equations?|columns?|steps?
    """
)
_ORDINAL = any_of(
    r"""
    first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|last
    """
)
_OWN = any_of(
    r"""
    study|chapter|section|text|analysis|book|publication|edition|paper|article|register|essay|
    memorandum|memo|brief|policy brief|note|report|volume|work|table|figure|list|appendix
    """
)
_ABSTRACT = any_of(
    r"""
    questions?|reasons?|things?|parts?|ways?|points?|kinds?|words?|sides?|cases?|examples?|senses?|
    remarks?|conclusions?|statements?|arguments?|answers?|readings?|sentences?|notions?|ideas?|aspects?|
    steps?|issues?|topics?|themes?|levels?|details?|matters?|facts?|lessons?|differences?|views?|terms?|
    times?|handles?|problems?|options?|objections?|possibilit(?:y|ies)|difficult(?:y|ies)|purposes?|
    causes?|principles?|paths?|factors?|meanings?|strands?|halves|paragraphs?|chapters?|sections?|
    pages?|tables?|figures?|sources?|claims?
    """
)
_SMALL = any_of(
    r"""
    two|three|four|five|six|seven|eight|nine|ten
    """
)
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?"
_TEENS = "(?:eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_SCALE = "(?:hundreds?|thousands?|millions?|billions?|trillions?|dozens?|scores of|per ?cent)"
_MULTIPLES = (
    "(?:doubled|trebled|tripled|quadrupled|halved|(?:two|three|four|five|six|seven|eight|nine|ten|hundred)fold"
    "|(?:single|double|triple)[ -]digits?)"
)
_SHARES = (
    rf"(?:half (?:of|a|the)|{_SMALL}[ -](?:thirds|quarters|fifths|sixths|eighths|tenths)"
    r"|(?:a|one)[ -](?:third|quarter|fifth|sixth|eighth|tenth)(?= of\b| (?:more|less|higher|lower|as)\b|\W*$)"
    r"|every (?:second|third|fourth|fifth|sixth|tenth)"
    r"|one (?:\w+ )?in (?:two|three|four|five|six|seven|eight|nine|ten)"
    r"|(?:only|just) one \w+|unanimous(?:ly)?|(?:twice|\w+ times) (?:as|more)|only (?:once|twice))"
)
_EXTREMES = (
    r"(?:the|\w+[’']s) (?:second-|third-)?(?:largest|biggest|highest|lowest|longest|smallest|richest|poorest"
    r"|oldest|youngest|tallest|deepest)"
)
_POINTS = rf"(?:fell|fallen|rose|risen|lost|gained|dropped|climbed|grew) (?:by )?{_SMALL}"
_RANKED = (
    rf"(?:was|is|were|became|becomes|marks|marked|makes) (?:only |already )?(?:the|his|her|its|their) "
    rf"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|\d+(?:nd|rd|th))"
    rf"(?! {_ABSTRACT})"
)

_MONTH = any_of(
    r"""
    January|February|March|April|June|July|August|September|October|November|December
    """
)
_MAY = r"(?:(?i:in|of|by|since|until|during|late|early|mid|last|next|from|to)|\d) May\b"
_WEEKDAY = "(?:on|On|by|By|until|since|last|Last|next) (?:a |the )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_RELATIVE = (
    r"(?:[Ll]ast|[Pp]revious|[Nn]ext) (?:year|month|week|decade|century|spring|summer|autumn|winter)"
    r"|\b(?:years?|months?|weeks?|days?|decades?) (?:earlier|later|ago|before)\b|\b[Yy]esterday\b"
    r"|\b(?:that|this) (?:spring|summer|autumn|winter)\b|\bfortnight\b"
    r"|\b(?:Christmas|Easter|New Year)\b"
    r"|\b(?:\w+teenth|twentieth|twenty-first)[ -]century"
)

_VERBS = any_of(
    r"""
    said|says?|told|tells?|stated?|states|declared?|declares|announced?|announces|argue[sd]?|
    claim(?:s|ed)?|insist(?:s|ed)?|den(?:y|ies|ied)|warn(?:s|ed)?|report(?:s|ed)?|wrote|writes?|
    promised|promises|call(?:s|ed)|describe[sd]?|accuse[sd]?|admit(?:s|ted)?|acknowledge[sd]?|
    confirm(?:s|ed)?|estimate[sd]?|believe[sd]?|thinks?|thought|hold[s]? that|sees?|saw|view(?:s|ed) |
    conclude[sd]?|maintain(?:s|ed)? that|suggest(?:s|ed)?|recalled|explain(?:s|ed)?|noted|notes that|
    observed|added that|asked|replied|answered|pledged|vowed|condemned|criticised|criticized|
    predict(?:s|ed)?|expects? |expected|spoke|thanked|named|counts?|counted|complained|judged|
    regret(?:s|ted)?|indicate[sd]?|published|doubt(?:s|ed)?|conceded?|concedes|attribute[sd]?|contend(?:s|ed)?|assert(?:s|ed)?|allege[sd]?|
    remark(?:s|ed)|comment(?:s|ed)|stress(?:es|ed)?|emphasise[sd]?|emphasize[sd]?|reveal(?:s|ed)?|
    propose[sd]?|recommend(?:s|ed)?|reject(?:s|ed)?|dismiss(?:es|ed)?|praise[sd]?|blame[sd]?|
    threaten(?:s|ed)?|swore|hint(?:s|ed) |caution(?:s|ed)|lament(?:s|ed)?|complains|forecasts?|
    calculate[sd]?|disputes?|disputed|fears?|feared|hopes?|hoped|supposes?|supposed|considers?|
    considered|refused to|objected|protested|apologised|put it|found (?:no|that|evidence)|finds? that|
    shows? that|showed that|demanded|urged|assured|boasted|testified
    """
)
_ROLES = any_of(
    r"""
    presidents?|ministers?|ministry|ministries|spokes(?:man|woman|person|people)|governments?|courts?|
    committees?|commissions?|reports?|compan(?:y|ies)|part(?:y|ies)|newspapers?|papers?|army|
    embass(?:y|ies)|police|officials?|ambassadors?|generals?|mayors?|governors?|chancellors?|authors?|
    scholars?|economists?|historians?|witness(?:es)?|bank|institute|council|office|agency|union|
    director|chair(?:man|woman)?|leaders?|deput(?:y|ies)|secretary|prosecutors?|lawyers?|judges?|
    monitors?|kremlin|parliament|predecessors?|chiefs?|heads?|farmers?|engineers?|critics|experts?|
    successors?|administration|regime|countries|states|allies|think tanks?|
    auditors?|memos?|documents?|letters?|polls?|surveys?
    """
)
_NOBODY = any_of(
    """
    The|That|This|These|Those|It|One|What|Nobody|There|Which|Who|We|I|You|None|All|Some|Many|Most|Such|
    Here|And|But|Or|So|As|If|When|While|In|On|At|By|For|To|Of|From|With|Both|Each|Every|Other|Others|First|
    Second|Third|Then|Now
    """
)
_NAME = rf"(?!{_NOBODY}\b)[A-Z][\w’'.-]*\w"
_NAMES = rf"{_NAME}(?:(?: of| de| van| von| for| and)? {_NAME}){{0,5}}"
_BETWEEN = (
    r"(?:,[^,;]{1,60},)?"
    r"(?: (?:has|have|had|also|later|then|now|once|twice|again|even|first|still|\w+ly)){0,2}"
)
_SAID = rf"{_BETWEEN} {_VERBS}\b"

ENGLISH = Signs(
    own=folded(
        rf"\b(?:this|our|the present|the following) {_OWN}\b",
        r"\bthe reader (?:may|will|can)\b",
        r"^\W*the (?:study|chapter|section|text|register|appendix|present \w+) "
        r"(?:also |then )?(?:covers?|corrects?|compares?|rests?|stands?|returns?|looks?"
        r"|deals?|uses?|asks?|takes?|begins?|ends?|lists?|shows?|says?|follows?|turns?)\b",
        r"\bwe (?:have )?(?:read|used?|count(?:ed)?|collect(?:ed)?|call|mean|follow|take|took|compared?|turn"
        r"|return|look|seen?|show|ask|begin|begun|distinguish)\b",
        r"\b(?:below|above|in what follows|in the note on|in the appendix)\b.{0,12}$",
    ),
    supposed=folded(r"^\W*(?:if|suppose|imagine|assume|assuming|let us|say,|consider|whether|take an?)\b"),
    structure=folded(
        rf"\b{_PARTS}\s+(?:\d+(?:[.–-]\d+)*|[ivxlc]+\b|one\b|{_SMALL}\b)",
        rf"\b(?:in |of )?(?:the |this |that )?{_ORDINAL} {_PARTS}\b",
        r"(?:^|(?<=[.;:] ))\W{0,9}(?:first|second|third|fourth|fifth|firstly|secondly),",
        r"\b(?:that|this) said,",
    ),
    mentions=re.compile(
        r"\b(?:[Ww]ords?|[Tt]erms?|[Pp]hrases?|[Nn]ames?|[Tt]itles?|[Ee]xpressions?|[Ll]abels?|[Nn]otions?"
        r"|[Cc]oncepts?|[Ss]o-called|[Bb]y)\s+(?:of )?(?:“[^“”]+”|\"[^\"]+\"|‘[^‘’]+’|'[^']+'|\*[^*]+\*)"
    ),
    dates=re.compile(rf"\b{_MONTH}\b|\b{_MAY}|\b{_WEEKDAY}\b|{_RELATIVE}"),
    numbers=re.compile(
        rf"\b(?i:{_TEENS}|{_TENS}|{_SCALE}|{_MULTIPLES}|{_SHARES}|{_RANKED}|{_EXTREMES}|{_POINTS})\b"
        rf"|(?<!\b[Tt]he )(?<!\b[Nn]ext )(?<!\b[Ll]ast )"
        rf"(?<!\b[Tt]hese )(?<!\b[Tt]hose )(?<!\b[Bb]oth )(?<!\b[Aa]ll )(?<!\b[Oo]ther )"
        rf"\b(?i:{_SMALL}) (?!(?:or|to|and|more|such)\b)(?!(?:\w+ ){{0,2}}{_ABSTRACT}\b)\w+"
    ),
    statements=spaced(
        rf"\b{_NAMES}{_SAID}"
        rf"|\b(?:[Hh]e|[Ss]he|[Tt]hey){_SAID}"
        rf"|\b(?i:{_ROLES})(?: (?:of|for|on|in)(?: the)? [\w-]+(?: [A-Z]\w+)*)?{_SAID}"
        rf"|\b[Aa]ccording to (?:the )?(?:{_NAME}|(?:[\w-]+ ){{0,3}}(?i:{_ROLES}))"
        rf"|\b[Ii]n {_NAMES}[’']s? (?:view|words|opinion|reading|account)"
        rf"|\b[Aa]s (?:{_NAMES}|the (?i:{_ROLES})|he|she) (?:put|puts|said|wrote|noted)\b"
    ),
    speech=re.compile(rf"\b(?:{_VERBS}|headlined?|slogans?|chant(?:s|ed)?|banners?|mottos?|dismissed)\b"),
)
