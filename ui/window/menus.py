"""The menu bar: every command, its shortcut, and why it cannot be used just now."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.documents.workspace_document import WorkspaceDocument
from ui.theme.palette import Appearance, theme
from ui.widgets.buttons import literal
from ui.window import memory

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from ui.window.delete_commands import DeleteCommands
    from ui.window.exchange_commands import ExchangeCommands
    from ui.window.file_commands import FileCommands
    from ui.window.help_commands import HelpCommands
    from ui.window.long_work import LongWork
    from ui.window.main_window import MainWindow
    from ui.window.sample_commands import SampleCommands

Act = Callable[[], object]


class Menus(QObject):
    """Builds the menus and keeps them true to what is open. At first the bar has titles only: see `fill`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._with_workspace: list[QAction] = []
        self._with_assessment: list[QAction] = []
        self._undo: list[QAction] = []
        self._file = self._menu(self.tr("&File"))
        self._edit = self._menu(self.tr("&Edit"))
        self._partner = self._menu(self.tr("&Partner"))
        self._assessment = self._menu(self.tr("&Assessment"))
        self._view = self._menu(self.tr("&View"))
        self._help = self._menu(self.tr("&Help"))
        self._is_full = False

    def fill(self) -> None:
        """Put the commands into the menus: once, after the first paint, which need not wait for them."""
        from ui.window.assessment_menu import AssessmentMenu
        from ui.window.partner_menu import PartnerMenu
        from ui.window.print_menu import PrintMenu

        self.print = PrintMenu(self._window)
        self._build_file()
        self._build_edit()
        self.partner = PartnerMenu(self._partner, self._window)
        self.assessment = AssessmentMenu(self._assessment, self._window)
        self._build_view()
        self._build_help()
        self._is_full = True
        self.follow(self._window.document)

    @cached_property
    def file(self) -> FileCommands:
        """The File menu's commands and what the partners page asks for, loaded when first used."""
        from ui.window.file_commands import FileCommands

        return FileCommands(self._window)

    @cached_property
    def sample(self) -> SampleCommands:
        """What is done with the sample, loaded when first used."""
        from ui.window.sample_commands import SampleCommands

        return SampleCommands(self._window)

    @cached_property
    def exchange(self) -> ExchangeCommands:
        """Export and import, loaded when first used."""
        from ui.window.exchange_commands import ExchangeCommands

        return ExchangeCommands(self._window)

    @cached_property
    def long_work(self) -> LongWork:
        """What runs one long work at a time, loaded when first used."""
        from ui.window.long_work import LongWork

        return LongWork(self._window)

    @cached_property
    def deletion(self) -> DeleteCommands:
        """Deleting for good, loaded when first used."""
        from ui.window.delete_commands import DeleteCommands

        return DeleteCommands(self._window)

    @cached_property
    def help(self) -> HelpCommands:
        """Help, loaded when first used."""
        from ui.window.help_commands import HelpCommands

        return HelpCommands(self._window)

    def follow(self, document: WorkspaceDocument | None) -> None:
        """Offer another workspace's undo and redo."""
        if not self._is_full:
            return
        for action in self._undo:
            self._edit.removeAction(action)
            action.deleteLater()
        self._undo = []
        if document is not None:
            from PySide6.QtGui import QKeySequence

            from ui.window.confirming import UndoConfirmation

            stack = document.undo_stack
            UndoConfirmation(document, self._window)
            undo = stack.createUndoAction(self, self.tr("&Undo"))
            redo = stack.createRedoAction(self, self.tr("&Redo"))
            undo.setShortcuts([QKeySequence(QKeySequence.StandardKey.Undo)])
            redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
            self._undo = [undo, redo]
            first = self._edit.actions()[0] if self._edit.actions() else None
            for action in self._undo:
                self._edit.insertAction(first, action) if first else self._edit.addAction(action)
        self.refresh()

    def refresh(self) -> None:
        """Enable what can be used now; the rest says why not."""
        if not self._is_full:
            return
        closed = "" if self._window.document is not None else self.tr("Open a workspace first.")
        for action in self._with_workspace:
            allow(action, closed)
        self.print.refresh()
        for action in self._with_sample:
            allow(action, "" if self._window.is_sample else self.tr("The sample is not open."))
        ready = self._window.document is not None and self._window.current_assessment() is not None
        for action in self._with_assessment:
            allow(action, "" if ready else self.tr("Select a partner with an assessment first."))

    def _build_file(self) -> None:
        menu, file = self._file, self.file
        self._add(menu, self.tr("&New assessment…"), "Ctrl+N", file.new_assessment)
        menu.addSeparator()
        self._add(menu, self.tr("New &workspace…"), "Ctrl+Shift+N", file.new_workspace)
        self._add(menu, self.tr("&Open workspace…"), "Ctrl+O", file.choose_workspace)
        self._recent = menu.addMenu(self.tr("Open &recent"))
        self._recent.aboutToShow.connect(self._fill_recent)
        self._build_sample(menu.addMenu(self.tr("&Sample")))
        menu.addSeparator()
        self.print.add_commands(menu)
        menu.addSeparator()
        self._with_workspace += [
            self._add(menu, self.tr("&Import…"), None, lambda: self.exchange.import_file()),  # noqa: PLW0108 - loaded when used
            self._add(menu, self.tr("&Export…"), "Ctrl+E", lambda: self.exchange.export_file()),  # noqa: PLW0108 - loaded when used
            self._add(menu, self.tr("Export &list as CSV…"), None, self.export_list),
            self._add(menu, self.tr("Save a cop&y…"), None, lambda: self.exchange.save_copy()),  # noqa: PLW0108 - loaded when used
            self._add(menu, self.tr("Show in &folder"), None, file.show_folder),
        ]
        menu.addSeparator()
        self._with_workspace.append(
            self._add(menu, self.tr("&Close workspace"), "Ctrl+W", self._window.close_workspace)
        )
        leave = self._add(menu, self.tr("&Quit"), "Ctrl+Q", self._window.close)
        leave.setMenuRole(leave.MenuRole.QuitRole)

    def _build_sample(self, menu: QMenu) -> None:
        menu.setToolTipsVisible(True)
        self._add(menu, self.tr("&Open the sample"), None, lambda: self.sample.open_sample())  # noqa: PLW0108 - loaded when used
        self._with_sample = [
            self._add(menu, self.tr("&Leave the sample"), None, lambda: self.sample.leave()),  # noqa: PLW0108
            self._add(menu, self.tr("Start it a&fresh…"), None, lambda: self.sample.start_afresh()),  # noqa: PLW0108
            self._add(menu, self.tr("&Remove it…"), None, lambda: self.sample.remove()),  # noqa: PLW0108
        ]

    def _build_edit(self) -> None:
        from ui.window.text_commands import add_text_commands

        menu = self._edit
        menu.addSeparator()
        add_text_commands(menu)
        menu.addSeparator()
        self._with_workspace.append(self._add(menu, self.tr("&Find"), "Ctrl+F", self.file.find))

    def _build_view(self) -> None:
        from PySide6.QtGui import QActionGroup

        from ui.window.sort_menu import add_sort_menu

        menu = self._view
        show = self._window.show_page
        self._with_workspace += [
            self._add(menu, self.tr("&Partners"), "Ctrl+1", lambda: show("partners")),
            self._add(menu, self.tr("&Compare"), "Ctrl+2", lambda: show("compare")),
            self._add(menu, self.tr("P&ortfolio"), "Ctrl+3", lambda: show("portfolio")),
            self._add(menu, self.tr("&Settings"), "Ctrl+,", lambda: show("settings")),
            self._add(menu, self.tr("&Jump to…"), "Ctrl+K", self.jump),
        ]
        menu.addSeparator()
        self._with_assessment += [
            self._add(menu, self.tr("&Result"), "Ctrl+R", lambda: self._show_of(self._window.show_result)),
            self._add(menu, self.tr("&Weights"), None, lambda: self._show_of(self._window.show_weights)),
        ]
        add_sort_menu(menu, self._window)
        document = menu.addMenu(self.tr("Docu&ment"))
        document.setToolTipsVisible(True)
        self.print.add_views(document)
        menu.addSeparator()
        group = QActionGroup(menu)
        schemes: dict[str, QAction] = {}
        offered: list[tuple[Appearance, str]] = [
            ("system", self.tr("As the s&ystem")),
            ("light", self.tr("&Light")),
            ("dark", self.tr("&Dark")),
        ]
        for value, words in offered:
            action = self._add(menu, words, None, partial(self._window.choose_appearance, value))
            action.setCheckable(True)
            group.addAction(action)
            schemes[value] = action
        menu.aboutToShow.connect(lambda: schemes[theme.appearance].setChecked(True))
        menu.addSeparator()
        full = self._add(menu, self.tr("&Full screen"), "F11", self._toggle_full_screen)
        full.setCheckable(True)
        menu.aboutToShow.connect(lambda: full.setChecked(self._window.isFullScreen()))

    def export_list(self) -> None:
        """Write the listed partners to a CSV file."""
        from ui.window.list_export import export_list

        export_list(self._window)

    def jump(self) -> None:
        """Ask for a place by a few letters of its name, and go there."""
        from ui.window.jumping import jump

        jump(self._window)

    def _show_of(self, show: Callable[[UUID], None]) -> None:
        found = self._window.current_assessment()
        if found is not None:
            show(found)

    def _build_help(self) -> None:
        menu = self._help
        self._add(menu, self.tr("Help on this &page"), "F1", lambda: self.help.show_help())  # noqa: PLW0108 - loaded when used
        self._add(menu, self.tr("&Keys"), None, lambda: self.help.show_keys())  # noqa: PLW0108 - loaded when used
        menu.addSeparator()
        about = self._add(menu, self.tr("&About Rapport"), None, lambda: self.help.show_about())  # noqa: PLW0108 - loaded when used
        about.setMenuRole(about.MenuRole.AboutRole)

    def _menu(self, title: str) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self.refresh)
        return menu

    def _add(self, menu: QMenu, text: str, keys: str | None, act: Act) -> QAction:
        action = menu.addAction(text)
        if keys is not None:
            action.setShortcut(keys)
        action.triggered.connect(lambda _checked=False: act())
        return action

    def _fill_recent(self) -> None:
        self._recent.clear()
        recent = memory.read_recent()
        for path in recent:
            action = self._recent.addAction(literal(path.name))
            action.setStatusTip(str(path))
            action.triggered.connect(lambda _checked=False, path=path: self._window.open_workspace(path))
        if recent:
            self._recent.addSeparator()
        forget = self._recent.addAction(self.tr("Clear this list"))
        forget.setEnabled(bool(recent))
        forget.triggered.connect(memory.clear_recent)

    def _toggle_full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()


def allow(action: QAction, why_not: str = "") -> None:
    """Let a command be used, or show why it cannot be used now."""
    action.setEnabled(not why_not)
    action.setToolTip(why_not)
    action.setStatusTip(why_not)
