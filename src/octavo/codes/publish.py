"""Diagnostic codes of the build as a whole and of the stage publish, which writes into `build/`."""

from octavo.codes.table import Code, error

PUBLISH: dict[str, Code] = {
    "B001": error(
        "unwritable-build",
        what="The folder `build/` or a file in it cannot be written.",
        why="The disk is full, or the folder belongs to somebody else. What was good before is "
        "left as it was.",
        example="cannot write into `build/`: No space left on device",
        cure="Make room or make the folder writable, then build again.",
    ),
    "B002": error(
        "build-held",
        what="Another build of the same publication is under way.",
        why="Two builds that write the same files would mix their editions.",
        example="Two terminals run `make` in the same folder.",
        cure="Wait for the other build to end. A build that was killed holds nothing.",
    ),
    "B003": error(
        "wrong-source-date-epoch",
        what="The variable `SOURCE_DATE_EPOCH` is set to something that is no moment: not a whole number of "
        "seconds, or one before 1970 or after the year 9999.",
        why="The variable says which moment the editions carry, in place of the time of the build. One that "
        "cannot be read would give other bytes than whoever set it wants to prove.",
        example="SOURCE_DATE_EPOCH=2026-11-24 octavo build",
        cure="Give seconds since 1 January 1970, as in `SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)`, or "
        "unset the variable: the edition then has the date of the metadata or of the last commit.",
    ),
}
