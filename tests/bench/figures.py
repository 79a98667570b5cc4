"""What a section of the benchmark finds, and how it is shown: figures beside their aims, and tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One number; shares are from 0 to 1. `aim` is a least value, or with `at_most` a greatest one."""

    name: str
    value: float
    aim: float | None = None
    at_most: bool = False

    def reaches(self, limit: float) -> bool:
        """Whether the value is on the right side of `limit`."""
        return self.value <= limit if self.at_most else self.value >= limit


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; the first cell of a row says what it is about."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """All that one section measured; a note says what a reader must know about the figures."""

    figures: tuple[Figure, ...]
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def values(self) -> dict[str, float]:
        """The figures by name."""
        return {figure.name: figure.value for figure in self.figures}


def as_markdown(name: str, findings: Findings) -> str:
    """Return a section of a report."""
    rows = tuple((f.name, number(f.value), _aim(f), _reached(f)) for f in findings.figures)
    parts = [f"## {name}"]
    if rows:
        parts.append(_markdown_table(("", "measured", "aim", ""), rows))
    for table in findings.tables:
        parts += [f"### {table.title}", _markdown_table(table.headings, table.rows)]
    return "\n\n".join([*parts, *findings.notes]) + "\n"


def as_record(findings: Findings) -> dict[str, Any]:
    """Return a section for `--json`."""
    tables = [{"title": t.title, "headings": t.headings, "rows": t.rows} for t in findings.tables]
    return {"figures": findings.values, "tables": tables, "notes": findings.notes}


def number(value: float) -> str:
    """Write shares with three decimals, and what is larger with fewer."""
    if value == int(value) and abs(value) >= 2:
        return f"{int(value):,}"
    return f"{value:.3f}" if abs(value) < 2 else f"{value:,.1f}"


def _aim(figure: Figure) -> str:
    if figure.aim is None:
        return ""
    return f"{'≤' if figure.at_most else '≥'} {number(figure.aim)}"


def _reached(figure: Figure) -> str:
    if figure.aim is None:
        return ""
    return "reached" if figure.reaches(figure.aim) else f"short by {number(abs(figure.aim - figure.value))}"


def _markdown_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    ruler = ["---", *["--:"] * (len(headings) - 1)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (headings, ruler, *rows))
