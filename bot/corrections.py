"""What the commands of the register do: who is quoted, and the corrections of who is who."""

from argparse import Namespace
from typing import TYPE_CHECKING

from bot import records
from bot.commands import Line, Results, open_store
from bot.labels import how_often, some_roles
from bot.progress import ProgressBar
from bot.prompts import counted
from bot.settings import Settings
from index.errors import UsageError

if TYPE_CHECKING:
    from index.register import Correction


def speakers(options: Namespace, settings: Settings, progress: ProgressBar) -> Results:
    """List everybody who is quoted, those quoted most first."""
    with open_store(settings, progress) as store:
        for speaker in store.speakers():
            said = how_often(speaker)
            told = some_roles(speaker.roles)
            roles = f"  ({'; '.join(told)})" if told else ""
            yield Line(f"{speaker.name}  {said}{roles}", records.speaker_record(speaker))


def merge(options: Namespace, settings: Settings, progress: ProgressBar) -> Results:
    """Let `options.merged` be `options.kept`, in every article, now and later."""
    with open_store(settings, progress) as store:
        known = store.known_names()
        if not any(options.merged in names for names in known.values()):
            raise UsageError(f"No speaker is called {options.merged!r}: see `onrecord speakers`.")
        new = "" if options.kept in known else ", a name that no article has"
        moved = store.merge(options.merged, options.kept)
        words = f"{options.merged} is {options.kept}{new}: {counted(moved, 'statement')} changed hands."
        yield Line(words, {"merged": options.merged, "into": options.kept, "statements": moved})


def split(options: Namespace, settings: Settings, progress: ProgressBar) -> Results:
    """Let `options.name` be somebody else in one article."""
    with open_store(settings, progress) as store:
        moved = store.split(options.name, options.article, options.renamed)
        words = f"{options.name} in {options.article} is {options.renamed}: {counted(moved, 'statement')}."
        record = {"split": options.name, "article": options.article, "as": options.renamed}
        yield Line(words, {**record, "statements": moved})


def log(options: Namespace, settings: Settings, progress: ProgressBar) -> Results:
    """List the merges and splits that are in force, oldest first."""
    with open_store(settings, progress) as store:
        for each in store.corrections():
            yield Line(
                f"{each.number}  {each.made[:10]}  {_corrected(each)}", records.correction_record(each)
            )


def undo(options: Namespace, settings: Settings, progress: ProgressBar) -> Results:
    """Take back a merge or split; the others apply as if it had never been made."""
    with open_store(settings, progress) as store:
        undone = next((each for each in store.corrections() if each.number == options.number), None)
        if undone is None:
            raise UsageError(f"There is no correction {options.number}: see `onrecord speakers log`.")
        store.withdraw(undone.number)
        yield Line(f"No longer: {_corrected(undone)}.", {"undone": records.correction_record(undone)})


def _corrected(correction: "Correction") -> str:
    """Return "Ann Lee in budget is Anna Leeds", in the words of the commands that said so."""
    where = "" if correction.article_id is None else f" in {correction.article_id}"
    return f"{correction.name}{where} is {correction.becomes}"
