"""The list of 100,000 partners beside an empty view and beside a sorting proxy model over the same rows.

`python -m tests.benchmarks.list [COUNT]` prints ratios of medians of one run and exits 1 on a missed bound. Each memory
figure is of a process of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SHOWN, SORT, FILTER, MEMORY = 4.0, 100.0, 3.0, 25.0
"""Bounds: times an empty view at most, times faster than the proxy at least (two), MiB more than an empty list."""
_RUNS = 7


def shown_seconds(path: Path) -> float:
    """Return how long a partners page takes from nothing to its painted rows."""
    from PySide6.QtWidgets import QWidget

    from tests.reports.briefs import TODAY
    from ui.documents.workspace_document import WorkspaceDocument
    from ui.pages.partners_page import PartnersPage

    document = WorkspaceDocument(path, lambda: TODAY)
    began = perf_counter()
    page: QWidget = PartnersPage(document)
    page.resize(1084, 760)
    page.show()
    page.repaint()
    taken = perf_counter() - began
    page.close_reader()  # type: ignore[attr-defined]
    page.deleteLater()
    document.close()
    return taken


def proxy_seconds(path: Path) -> tuple[float, float]:
    """Return how long a proxy model takes to sort by the supported score and to filter by part of a name."""
    from PySide6.QtCore import QSortFilterProxyModel, Qt

    from models.partner_list import open_list
    from ui.widgets.partner_rows import COLUMNS, PartnerRows

    rows = PartnerRows({})
    with closing(open_list(path)) as reader:
        ids = reader.ids()
        rows.show_ids(ids, reader)
        rows.partner_row(len(ids) - 1)
        for place in range(0, len(ids), 64):
            rows.partner_row(place)  # what is measured is the proxy, not the reading
        proxy = QSortFilterProxyModel()
        proxy.setSourceModel(rows)
        proxy.rowCount()
        sort = _timed(lambda: proxy.sort(COLUMNS.index("supported"), Qt.SortOrder.DescendingOrder))
        plain = QSortFilterProxyModel()
        plain.setSourceModel(rows)
        plain.setFilterKeyColumn(COLUMNS.index("name"))
        plain.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        plain.rowCount()

        def narrow() -> None:
            plain.setFilterFixedString("süd 12")
            plain.rowCount()

        found = _timed(narrow)
    return sort, found


def query_seconds(path: Path) -> tuple[float, float]:
    """Return how long the list's own query takes to sort and to filter, with the first rows read."""
    from models.partner_list import ListFilter, ListSort, open_list

    with closing(open_list(path)) as reader:

        def sort() -> None:
            reader.rows(reader.ids(None, ListSort("supported", descending=True))[:64])

        def narrow() -> None:
            reader.rows(reader.ids(ListFilter(text="süd 12"))[:64])

        return median(_timed(sort) for _ in range(_RUNS)), median(_timed(narrow) for _ in range(_RUNS))


def memory_of(path: Path) -> float:
    """Return the most memory, in MiB, of a process that shows the list, scrolls through it and sorts it."""
    command = [sys.executable, "-m", "tests.benchmarks.list", "--scroll", str(path)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def scroll(path: Path) -> None:
    """Show, scroll and sort the list; print the most memory it took, in MiB (VmHWM of Linux)."""
    from ui.widgets.partner_rows import COLUMNS

    _application()
    from tests.reports.briefs import TODAY
    from ui.documents.workspace_document import WorkspaceDocument
    from ui.pages.partners_page import PartnersPage

    page = PartnersPage(WorkspaceDocument(path, lambda: TODAY))
    page.resize(1084, 760)
    page.show()
    _wait(lambda: not page.table.model().is_partial)  # type: ignore[attr-defined]
    bar = page.table.verticalScrollBar()
    for step in range(100):
        bar.setValue(bar.maximum() * step // 100)
        page.repaint()
    page.table.horizontalHeader().sectionClicked.emit(COLUMNS.index("supported"))
    _wait(lambda: not page._reading.is_busy)
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    print(int(status.split("VmHWM:")[1].split()[0]) / 1024, flush=True)
    os._exit(0)


def _timed(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def _wait(come: Callable[[], bool]) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    while not come():
        loop = QEventLoop()
        QTimer.singleShot(10, loop.quit)
        loop.exec()


def _application() -> QApplication:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from ui.theme import fonts
    from ui.theme.palette import theme

    app = QApplication([])
    fonts.load_fonts()
    theme.apply(app, "light")
    return app


def main() -> int:
    """Print the figures; return 1 when a bound is missed."""
    from models.workspace import create_workspace
    from tests.benchmarks.partner_list import large_workspace

    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    app = _application()
    with tempfile.TemporaryDirectory() as folder:
        full, empty = Path(folder) / "full.rapport", Path(folder) / "empty.rapport"
        large_workspace(full, count)
        create_workspace(empty).close()
        shown_seconds(empty)
        pairs = [(shown_seconds(full), shown_seconds(empty)) for _ in range(_RUNS)]
        shown, bare = median(one for one, _ in pairs), median(other for _, other in pairs)
        app.processEvents()
        sort, narrow = query_seconds(full)
        proxy_sort, proxy_narrow = proxy_seconds(full)
        memory = memory_of(full) - memory_of(empty)
    ratios = (shown / bare, proxy_sort / sort, proxy_narrow / narrow)
    print(f"{count} partners")
    print(f"shown      {shown * 1000:8.1f} ms, empty view {bare * 1000:.1f} ms: {ratios[0]:.2f}x (at most {SHOWN}x)")
    for name, ours, theirs, bound in (("sorted", sort, proxy_sort, SORT), ("filtered", narrow, proxy_narrow, FILTER)):
        words = f"proxy {theirs * 1000:.0f} ms: {theirs / ours:.1f}x faster (at least {bound:.0f}x)"
        print(f"{name:10} {ours * 1000:8.1f} ms, {words}")
    print(f"memory     {memory:8.1f} MiB more than an empty list (at most {MEMORY:.0f})")
    good = ratios[0] <= SHOWN and ratios[1] >= SORT and ratios[2] >= FILTER and memory <= MEMORY
    return 0 if good else 1


if __name__ == "__main__":
    if len(sys.argv) == 3:
        scroll(Path(sys.argv[2]))
    code = main()
    sys.stdout.flush()
    os._exit(code)
