#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour of all pictures in a window of 360 pixels: nothing asks for more than there is."""

import sys
from contextlib import redirect_stdout

from journey import PICTURES, Journey, main


class Narrow:
    def test_tour(self):
        import take_pictures  # not where a window cannot be driven

        PICTURES.mkdir(parents=True, exist_ok=True)
        camera = take_pictures.Camera(self.session, PICTURES, self.language, "light",
                                      take_pictures.LIGHT, "narrow")
        with redirect_stdout(sys.stderr):
            camera.take_all()
        self.assertEqual(camera.complaints, {})


class NarrowInEnglish(Narrow, Journey):
    language = "en"


class NarrowInFrench(Narrow, Journey):
    language = "fr"


if __name__ == "__main__":
    main()
