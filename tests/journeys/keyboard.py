# SPDX-License-Identifier: GPL-3.0-or-later
"""A keyboard for a virtual display: presses keys the way a person's would arrive."""

import ctypes

SHIFT = "Shift_L"
MODIFIERS = {"Shift": SHIFT, "Control": "Control_L", "Alt": "Alt_L"}
NAMES = {" ": "space", ".": "period", "@": "at", "-": "minus", ":": "colon", "/": "slash",
         "_": "underscore", ",": "comma", "+": "plus", "!": "exclam"}


class Keyboard:
    def __init__(self, display):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.test = ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XStringToKeysym.restype = ctypes.c_ulong
        self.x11.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(display.encode()))
        if not self.display:
            raise RuntimeError(f"no display {display}")

    def close(self):
        self.x11.XCloseDisplay(self.display)

    def put_pointer_away(self):
        """Into the corner, where nothing lights up under it."""
        self.test.XTestFakeMotionEvent(self.display, -1, 0, 0, ctypes.c_ulong(0))
        self.x11.XSync(self.display, 0)

    def find_code(self, name):
        """The key that gives what is named, and whether Shift must be held."""
        symbol = ctypes.c_ulong(self.x11.XStringToKeysym(name.encode()))
        code = self.x11.XKeysymToKeycode(self.display, symbol)
        if not symbol.value or not code:
            raise ValueError(f"the keyboard has no key {name}")
        plain = self.x11.XkbKeycodeToKeysym(self.display, ctypes.c_ubyte(code), 0, 0)
        return code, plain != symbol.value

    def move(self, code, down):
        self.test.XTestFakeKeyEvent(self.display, code, int(down), ctypes.c_ulong(0))

    def press(self, keys):
        """Presses keys such as “Tab”, “Control+Return” or “a” together."""
        *held, last = keys.split("+")
        code, shifted = self.find_code(NAMES.get(last, last))
        if shifted and "Shift" not in held:
            held.append("Shift")
        codes = [self.find_code(MODIFIERS[name])[0] for name in held] + [code]
        for one in codes:
            self.move(one, True)
        for one in reversed(codes):
            self.move(one, False)
        self.x11.XSync(self.display, 0)

    def type(self, text):
        for letter in text:
            self.press(NAMES.get(letter, letter))
