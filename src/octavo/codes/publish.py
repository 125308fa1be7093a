"""Diagnostic codes of the build as a whole and of the stage publish, which writes into `build/`."""

from octavo.codes.table import Code, error, warning

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
    "B004": error(
        "changed-while-building",
        what="A file of the publication was changed while octavo was building.",
        why="Its old text may stand in one edition and its new one in another, and the manifest would "
        "describe "
        "a state that never was. What was good before is left as it was.",
        example="An editor or a sync program writes `manuscript/10-start.md` during `octavo build`.",
        cure="Build again when the file is at rest.",
    ),
    "B005": error(
        "unreadable-manifest",
        what="The file given to `--against` is no manifest that this octavo can read: it is broken, "
        "something "
        "else, or of a form that this version does not know.",
        why="Nothing can be compared with it, and a guess would be worth nothing.",
        example="octavo build --against build/report.pdf",
        cure="Give the `manifest.json` that lies beside the editions. One with an unknown form needs the "
        "version of octavo that wrote it; the manifest itself names it.",
    ),
    "B006": error(
        "edition-differs",
        what="With `--against`: an edition is not the same bytes as the manifest describes, or the manifest "
        "describes none of its format.",
        why="Whoever checks that published files come from published sources needs the same bytes.",
        example="`report.pdf` is not the same: it has 41750 bytes and had 41733",
        cure="Look at what else is told: the changed files, dates and tools are named.",
    ),
    "B007": error(
        "input-differs",
        what="With `--against`: something that the editions were made from is not what the manifest "
        "records, and "
        "neither are the editions. It may be a file, the date, the commit, the style or a typeface.",
        why="The same bytes come from the same input.",
        example="`manuscript/10-start.md` was changed",
        cure="Check out the commit that the manifest names, with nothing changed in it. Where a date "
        "differs, "
        "set `SOURCE_DATE_EPOCH` as it was.",
    ),
    "B008": error(
        "tool-differs",
        what="With `--against`: a program, a library, a package or octavo itself has another version than "
        "the "
        "manifest records, and the editions are not the same.",
        why="Another version breaks lines elsewhere, or packs the same text into other bytes.",
        example="Pango is 1.52.1 and was 1.50.12",
        cure="Install the versions of the manifest: packages from `requirements.lock`, libraries from the "
        "same "
        "release of the operating system.",
    ),
    "B009": error(
        "unexplained-difference",
        what="With `--against`: the editions differ, and nothing that the manifest records does.",
        why="Then something decides the bytes that octavo does not record, which is a fault of octavo.",
        example="all that the manifest records is the same, and the bytes are not",
        cure="Build once more. If it stays so, report it with both manifests.",
    ),
    "B010": warning(
        "unfinished-publish",
        what="An earlier build was stopped, by a loss of power or by force, at the moment when it replaced "
        "the editions. octavo has put back the editions from before it.",
        why="For that moment, the folder may have held editions of two builds. Whoever copied them from "
        "there then should copy them again.",
        example="the power fails while `octavo build` replaces `build/a.pdf`",
        cure="Nothing is left to mend. Run `octavo build` to have the new editions.",
    ),
    "B011": error(
        "obstructed-build",
        what="Something else lies where octavo writes: a file or a folder with a name that it needs in "
        "`build/`, or a link in place of `build/` that leads out of the publication.",
        why="octavo overwrites nothing that it did not make, and nothing outside the publication.",
        example="`build` is a link to a folder of another project",
        cure="Move it away or remove it. To have `build/` on another disk, mount that there, or copy the "
        "editions after the build.",
    ),
    "B012": error(
        "no-temporary-folder",
        what="octavo cannot lay down temporary files. `octavo check` needs a place for them outside the "
        "publication; `octavo build` lays them down in `build/work/`.",
        why="Pandoc and the charts are given files to read.",
        example="cannot write temporary files into `/tmp`: No space left on device",
        cure="Make room, or set the variable `TMPDIR` to a folder that you may write into.",
    ),
    "B013": error(
        "build-taken-away",
        what="Somebody removed `build/`, or put another in its place, while octavo worked in it.",
        why="What was written so far is gone, and another build may be under way in the new folder.",
        example="`make clean` in one terminal while `make` runs in another",
        cure="Build again, and clean up only when no build is under way.",
    ),
    "B014": error(
        "no-pandoc",
        what="The program Pandoc is not there, or the system does not start it.",
        why="Pandoc reads the text and sets the notes: without it there is no edition.",
        example="Pandoc cannot be started: exec format error",
        cure="Install octavo again as its README says. Pandoc comes with the package `pypandoc_binary`, for "
        "Linux, macOS and Windows; on other machines install Pandoc itself.",
    ),
}
