"""Diagnostic codes of the stage publish, which writes into `build/`."""

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
}
