# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop for the real program: a virtual display, buses of its own, and what a person
does there, by the names and roles that a screen reader would speak.

Everything waits for what it wants to see, and gives up after PATIENCE seconds."""

import ctypes
import gettext
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

from keyboard import Keyboard  # noqa: E402

BUILD = Path(os.environ["RELANCE_BUILD_ROOT"])
TODAY = "2026-11-24T10:00"  # a Tuesday, no holiday
LOCALES = {"en": "en_GB.UTF-8", "fr": "fr_FR.UTF-8"}
PATIENCE = 60
PAUSE = 0.05
PR_SET_PDEATHSIG = 1
MOST_STEPS = 80
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
Role = Atspi.Role


def find_launcher():
    return next((path for path in LAUNCHERS if os.path.exists(path)), None)


def missing():
    """What keeps a window from being driven on this machine, or None."""
    for tool in ("Xvfb", "dbus-daemon"):
        if not shutil.which(tool):
            return f"{tool} is not installed"
    return None if find_launcher() else "at-spi2-core is not installed"


def wait_for(ask, what, patience=PATIENCE):
    """Asks until the answer is true. What vanishes while it is looked at is asked for again."""
    end = time.monotonic() + patience
    while True:
        try:
            answer = ask()
        except GLib.Error:
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain for {what}")
        time.sleep(PAUSE)


def end_with_parent():
    """For a child that starts: it does not outlive a journey that is killed."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Process:
    """A program that was started here, and whatever it started itself."""

    def __init__(self, command, output=subprocess.DEVNULL, **options):
        self.child = subprocess.Popen(command, start_new_session=True, preexec_fn=end_with_parent,
                                      stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                      **options)

    def is_running(self):
        return self.child.poll() is None

    def end(self):
        """Asks the whole group to end, then insists."""
        for sign in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.child.pid, sign)
            except ProcessLookupError:
                pass
            try:
                self.child.wait(timeout=10)
            except subprocess.TimeoutExpired:
                continue


class Display:
    """A screen that nobody looks at."""

    def __init__(self, width, height):
        reading, writing = os.pipe()
        self.process = Process(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24",
             "-nolisten", "tcp", "-noreset"],
            pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.name = ":" + answer.readline().strip()
        self.keyboard = Keyboard(self.name)
        self.keyboard.put_pointer_away()

    def end(self):
        self.keyboard.close()
        self.process.end()

    def take_picture(self, path):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-display", self.name, "-window", "root", str(path)],
                       check=True, timeout=PATIENCE)


class Session:
    """The two buses: the session's own, and the one that assistive tools listen to."""

    def __init__(self):
        # The sockets of this session, where no other one looks for its own.
        self.folder = tempfile.TemporaryDirectory(prefix="relance-session-")
        os.environ["XDG_RUNTIME_DIR"] = self.folder.name
        reading, writing = os.pipe()
        self.bus = Process(
            ["dbus-daemon", "--session", "--nofork", "--nosyslog", f"--print-address={writing}"],
            pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.address = answer.readline().strip()
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self.address
        self.launcher = Process([find_launcher(), "--launch-immediately"])
        wait_for(self.has_accessibility, "the accessibility bus")
        Atspi.init()
        self.focused = None
        self.listener = Atspi.EventListener.new(self.note_focus)
        self.listener.register("object:state-changed:focused")

    def has_accessibility(self):
        """Whether the other bus is there: Atspi takes its absence for a fatal mistake."""
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        bus = Gio.DBusConnection.new_for_address_sync(self.address, flags, None, None)
        answer = bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None,
                               GLib.VariantType("(s)"), Gio.DBusCallFlags.NONE, -1, None)
        bus.close_sync(None)
        return answer.unpack()[0]

    def note_focus(self, event):
        if event.detail1:
            self.focused = event.source

    def find_focused(self):
        """What the keyboard speaks to, as the screen reader was last told."""
        while GLib.MainContext.default().iteration(False):
            pass
        return self.focused

    def end(self):
        self.launcher.end()
        self.bus.end()
        self.folder.cleanup()


class Words:
    """What the program says in a language, taken from its own translations."""

    def __init__(self, language):
        self.language = language
        self.catalogue = gettext.translation("relance", BUILD / "po", [language], fallback=True)

    def __call__(self, text, context=None):
        """The words on a widget: without the mark of its mnemonic."""
        words = (self.catalogue.pgettext(context, text) if context
                 else self.catalogue.gettext(text))
        return words.replace("_", "")

    def count(self, one, many, number):
        text = self.catalogue.ngettext(one, many, number)
        return text.replace("%d", str(number)).replace("%u", str(number))


class Element:
    """A widget, as a screen reader knows it."""

    def __init__(self, program, accessible):
        self.program = program
        self.accessible = accessible

    def __repr__(self):
        return f"{self.role.value_nick} “{self.name}”"

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def description(self):
        return self.accessible.get_description() or ""

    @property
    def role(self):
        return self.accessible.get_role()

    @property
    def text(self):
        """What is written in it."""
        return Atspi.Text.get_text(self.accessible, 0, -1)

    def selection(self):
        """What is selected of it."""
        selected = Atspi.Text.get_selection(self.accessible, 0)
        return self.text[selected.start_offset:selected.end_offset]

    @property
    def value(self):
        return Atspi.Value.get_current_value(self.accessible)

    def has(self, state):
        return self.accessible.get_state_set().contains(state)

    def is_sensitive(self):
        return self.has(Atspi.StateType.SENSITIVE)

    def is_checked(self):
        return self.has(Atspi.StateType.CHECKED)

    def is_selected(self):
        return self.has(Atspi.StateType.SELECTED)

    def has_focus(self):
        return self.has(Atspi.StateType.FOCUSED)

    def children(self):
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child:
                yield Element(self.program, child)

    def walk(self):
        """This and everything in it that is on screen."""
        yield self
        for child in self.children():
            if child.has(Atspi.StateType.SHOWING):
                yield from child.walk()

    def find_now(self, name=None, role=None, containing=None):
        for one in self.walk():
            if ((name is None or one.name == name)
                    and (containing is None or containing in one.name)
                    and (role is None or one.role == role)):
                return one
        return None

    def find(self, name=None, role=None, containing=None):
        what = f"{role.value_nick if role is not None else 'anything'} “{name or containing or ''}”"

        def look():
            return self.program.is_alive() and self.find_now(name, role, containing)

        try:
            return wait_for(look, what)
        except AssertionError as error:
            seen = ", ".join(str(one) for one in self.walk() if one.name)
            raise AssertionError(f"{error}; there was only: {seen}") from None

    def wait_gone(self, name=None, role=None, containing=None):
        wait_for(lambda: not self.find_now(name, role, containing),
                 f"“{name or containing}” to go")

    def activate(self, **keys):
        """What Enter or a click would do."""
        wait_for(self.is_sensitive, f"{self} to be ready")
        for index in range(Atspi.Action.get_n_actions(self.accessible)):
            if Atspi.Action.get_action_name(self.accessible, index) in ("click", "activate"):
                Atspi.Action.do_action(self.accessible, index)
                return
        self.focus(**keys)
        self.program.press("Return")

    def is_beside(self, other):
        """Whether arrow keys lead from one to the other, and not Tab."""
        return (self.role == other.role
                and self.accessible.get_parent() == other.accessible.get_parent())

    def place(self):
        return self.accessible.get_index_in_parent()

    def focus(self, back="Up", forth="Down"):
        """Goes there with the keyboard: GTK lets nobody else move the focus."""
        if self.role == Role.RADIO_BUTTON:
            back, forth = "Left", "Right"
        for _ in range(MOST_STEPS):
            focused = self.program.find_focused()
            if focused and focused.accessible == self.accessible:
                return
            if not focused or not focused.is_beside(self):
                self.program.press_and_wait("Tab", focused)
            elif focused.place() < self.place():
                self.program.press_and_wait(forth, focused)
            else:
                self.program.press_and_wait(back, focused)
        raise AssertionError(f"the keyboard does not reach {self}")

    def write(self, text):
        """Replaces what is written in a field."""
        Atspi.EditableText.set_text_contents(self.accessible, text)
        wait_for(lambda: self.text == text, f"“{text}” to be written")


class Home:
    """A person's folder, with nothing in it yet."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="relance-journey-")
        self.path = Path(self.folder.name)
        for name in ("data", "config/glib-2.0/settings", "config/gtk-4.0", "cache", "runtime"):
            (self.path / name).mkdir(parents=True)
        # The letters of a GNOME desktop, at their size there.
        (self.path / "config/gtk-4.0/settings.ini").write_text(
            "[Settings]\ngtk-font-name=Cantarell 11\n")
        (self.path / "runtime").chmod(0o700)

    def end(self):
        self.folder.cleanup()

    @property
    def book(self):
        return self.path / "data" / "relance" / "book.db"

    def environment(self, session, display, language):
        return {
            **os.environ,
            "HOME": str(self.path),
            "XDG_DATA_HOME": str(self.path / "data"),
            "XDG_CONFIG_HOME": str(self.path / "config"),
            "XDG_CACHE_HOME": str(self.path / "cache"),
            "XDG_RUNTIME_DIR": str(self.path / "runtime"),
            "DBUS_SESSION_BUS_ADDRESS": session.address,
            "DISPLAY": display.name if display else "",
            "GDK_BACKEND": "x11",
            "GTK_A11Y": "atspi",
            "GSK_RENDERER": "cairo",
            "GSETTINGS_BACKEND": "keyfile",
            "GSETTINGS_SCHEMA_DIR": str(BUILD / "data"),
            "ADW_DISABLE_PORTAL": "1",
            "GDK_DEBUG": "no-portals",
            "G_DEBUG": "fatal-criticals",
            "LC_ALL": LOCALES[language],
            "LANGUAGE": language,
            "TZ": "Europe/Paris",
            "RELANCE_LOCALEDIR": str(BUILD / "po"),
            "SECRET_BACKEND": "file",
            "SECRET_FILE_TEST_PATH": str(self.path / "keyring"),
            "SECRET_FILE_TEST_PASSWORD": "test",
        }

    def remember_window(self, width, height):
        """As if the window had been left with this size."""
        (self.path / "config/glib-2.0/settings/keyfile").write_text(
            f"[org/example/Relance]\nwindow-width={width}\nwindow-height={height}\n")


class Program:
    """The running application and its one window."""

    def __init__(self, session, display, home, language, *words, today=TODAY, look=None):
        self.session = session
        session.focused = None
        self.display = display
        self.home = home
        self.environment = home.environment(session, display, language)
        self.environment.update(look or {"ADW_DEBUG_COLOR_SCHEME": "prefer-light"})
        self.log = home.path / "program.log"
        with open(self.log, "wb") as log:
            self.process = Process([BUILD / "src" / "gui" / "relance", "--today", today, *words],
                                   output=log, env=self.environment, cwd=home.path)
        self.window = wait_for(self.find_window, "the window")

    def is_alive(self):
        if not self.process.is_running():
            raise AssertionError("the program ended: " + self.log.read_text(errors="replace"))
        return True

    def find_window(self, index=0):
        """The first is the program's own; a file chooser is another."""
        self.is_alive()
        desktop = Atspi.get_desktop(0)
        desktop.set_cache_mask(Atspi.Cache.NONE)
        for place in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(place)
            if not application or application.get_process_id() != self.process.child.pid:
                continue
            application.set_cache_mask(Atspi.Cache.NONE)
            if application.get_child_count() > index:
                return Element(self, application.get_child_at_index(index))
        return None

    def press(self, keys):
        self.display.keyboard.press(keys)

    def find_focused(self):
        focused = self.session.find_focused()
        return Element(self, focused) if focused and self.has(focused) else self.look_for_focus()

    def look_for_focus(self):
        """What has the focus from its first moment may have had nobody to tell."""
        try:
            return next((one for one in self.window.walk() if one.has_focus()), None)
        except GLib.Error:
            return None

    def has(self, accessible):
        """Not so for what is gone, nor for what an earlier program said last, which may arrive late."""
        try:
            accessible.get_role()
            return accessible.get_process_id() == self.process.child.pid
        except GLib.Error:
            return False

    def press_and_wait(self, keys, focused):
        """Presses keys that move the focus, and waits until it has moved.

        In a list where one may select, the first arrow only selects the row that has the focus."""
        before = focused.accessible if focused else None
        was_selected = focused.is_selected() if focused else False
        self.press(keys)

        def has_moved():
            now = self.find_focused()
            return now and (now.accessible != before or now.is_selected() != was_selected)

        wait_for(has_moved, f"{keys} to lead on from {focused}")

    def type(self, text):
        self.display.keyboard.type(text)

    def take_picture(self, path):
        self.display.take_picture(path)

    def complaints(self):
        """What the program wrote about itself: a warning is a fault."""
        return [line for line in self.log.read_text(errors="replace").splitlines()
                if "WARNING" in line or "CRITICAL" in line]

    def end(self):
        self.process.end()
