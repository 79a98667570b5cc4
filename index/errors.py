"""What can go wrong, as one tree. Every message says what, where, and what to do.

OnRecordError
├── Unreadable           a file, address or line that holds no article we can read
├── StoreError
│   ├── StoreBusy        another process owns the store folder
│   ├── StoreDamaged     the store's parts disagree and could not be mended
│   └── StoreFull        the disk refused a write
├── ModelError
│   ├── ModelMissing     a model's package, file or extra is not installed
│   ├── ModelDamaged     weights whose hash is not the expected one
│   └── ModelFailed      a language model did not answer, or stopped in the middle
└── UsageError           a question, name or option we cannot act on
"""

from pathlib import Path


class OnRecordError(Exception):
    """The root: catch it to catch everything this project raises on purpose."""


class Unreadable(OnRecordError):
    """A file, address or line holds no article we can read."""

    def __init__(self, where: str, reason: str, remedy: str) -> None:
        super().__init__(f"{where}: {reason}. {remedy}")
        self.where, self.reason, self.remedy = where, reason, remedy


class StoreError(OnRecordError):
    """The store folder cannot be used."""


class StoreBusy(StoreError):
    """Another process owns the store folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} is in use by another OnRecord process. Stop that one, or name another folder "
            "with --store."
        )


class StoreDamaged(StoreError):
    """The store's parts disagree and could not be mended."""

    def __init__(self, folder: Path, reason: str, remedy: str = "") -> None:
        remedy = remedy or f"Run `onrecord rebuild --store {folder}` to make it anew."
        super().__init__(f"{folder}: {reason}. {remedy}")


class StoreFull(StoreError):
    """The disk refused a write; what was stored before is whole."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder}: the disk is full. Nothing was lost; free some space and run the command again."
        )


class ModelError(OnRecordError):
    """A model cannot be loaded."""


class ModelMissing(ModelError):
    """A model's package, file or extra is not installed."""


class ModelDamaged(ModelError):
    """Model weights are not the ones that were published."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is damaged or was replaced: its hash differs. Reinstall the package.")


class ModelFailed(ModelError):
    """A language model did not answer, or stopped in the middle."""


class UsageError(OnRecordError):
    """A question, name or option we cannot act on."""
