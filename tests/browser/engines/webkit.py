"""WebKitGTK's MiniBrowser, driven by its own WebDriver on a screen of Xvfb."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from PIL import Image, ImageGrab
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.command import Command
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.conftest import Scheme
from tests.browser.engines.engine import EngineNotFoundError, Name

PACKAGES = ("webkit2gtk-driver", "xvfb")
WAIT_SECONDS = 110

# As root in a container there is no sandbox to be had, and no graphics card.
_ENVIRONMENT = {
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
    "LIBGL_ALWAYS_SOFTWARE": "1",
    "WEBKIT_DISABLE_COMPOSITING_MODE": "1",  # software would draw the layers: twice the work
}

# Its driver does not hand out the console: what a page complains of is noted in the page itself,
# under a name that no element of it has as its id.
_LISTEN = """
  if (!window.__complaints) {
    window.__complaints = [];
    addEventListener("error", (event) => __complaints.push(event.message));
    addEventListener("unhandledrejection", (event) => __complaints.push(String(event.reason)));
    addEventListener("securitypolicyviolation",
      (event) => __complaints.push(`${event.violatedDirective}: ${event.blockedURI}`));
    const say = console.error;
    console.error = (...words) => { __complaints.push(words.join(" ")); say(...words); };
  }
"""


def find() -> Path:
    """The browser that the driver starts.

    Raises:
        EngineNotFoundError: the browser, its driver or Xvfb is missing.
    """
    browsers = sorted(Path("/usr/lib").glob("*/webkit2gtk-*/MiniBrowser"))
    if not browsers or not shutil.which("WebKitWebDriver") or not shutil.which("Xvfb"):
        raise EngineNotFoundError(f"WebKit: install {' and '.join(PACKAGES)}")
    return browsers[0]


class WebKit:
    """A MiniBrowser on a screen of its own."""

    name: Name = "webkit"
    points_inside_frames = False  # from there its driver sends the pointer somewhere else

    def __init__(self, folder: Path, scheme: Scheme) -> None:
        browser = find()
        self.downloads = folder / "downloads"
        self.downloads.mkdir(parents=True)
        (folder / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{self.downloads}"\n')
        self._screen, self._display = _screen()
        options = Options()
        options.binary_location = str(browser)
        options.add_argument("--automation")
        theme = "Adwaita:dark" if scheme == "dark" else "Adwaita"
        service = Service(
            shutil.which("WebKitWebDriver"),
            env={
                **os.environ,
                **_ENVIRONMENT,
                "DISPLAY": self._display,
                "GTK_THEME": theme,
                "HOME": str(folder),
                "XDG_CONFIG_HOME": str(folder),
            },
        )
        try:
            self._driver = webdriver.WebKitGTK(options=options, service=service)
        except WebDriverException:
            self._end_screen()
            raise
        self._driver.set_script_timeout(WAIT_SECONDS)

    def goto(self, url: str) -> None:
        """Open an address."""
        self._driver.get(url)
        self._driver.execute_script(_LISTEN)

    def leave_for(self, url: str) -> None:
        """Open an address and do not wait for it."""
        self.run("location.href = arguments[0]", url)

    def back(self) -> None:
        """One step back in what was looked at."""
        self._driver.back()

    def forward(self) -> None:
        """One step forward again."""
        self._driver.forward()

    def resize(self, width: int, height: int) -> None:
        """Give the window such a size that the page has this one."""
        self._driver.set_window_rect(0, 0, width, height)
        inner = self.run("return innerHeight")
        self._driver.set_window_rect(0, 0, width, 2 * height - inner)

    def run(self, script: str, *arguments: Any) -> Any:
        """What a function body returns in the page."""
        return self._driver.execute_script(script, *arguments)

    def wait(self, script: str, *arguments: Any) -> Any:
        """What a function body calls its last argument with, in the page."""
        return self._driver.execute_async_script(script, *arguments)

    def perform(self, sources: list[dict[str, Any]]) -> None:
        """Move, press and type as the W3C's actions say."""
        self._driver.execute(Command.W3C_ACTIONS, {"actions": sources})

    def enter_frame(self, selector: str) -> None:
        """Run scripts in a frame from now on."""
        self._driver.switch_to.frame(self._driver.find_element(By.CSS_SELECTOR, selector))

    def leave_frame(self) -> None:
        """Run scripts in the page again."""
        self._driver.switch_to.default_content()

    def console(self) -> list[str]:
        """What the page complained of since it was loaded; not what it did while loading."""
        said = self.run(
            "const said = window.__complaints ?? []; window.__complaints = []; return said"
        )
        return [str(words) for words in said]

    def pages(self) -> int:
        """How many sheets the page is printed on; this driver cannot tell.

        Raises:
            WebDriverException: as long as the driver knows no such command.
        """
        self._driver.print_page()
        raise AssertionError("this driver prints now: count the pages as for Firefox")

    def picture(self) -> Image.Image:
        """What the screen shows of the page, below the browser's own bar; its driver hangs when it
        is asked for a picture.
        """
        shown = ImageGrab.grab(xdisplay=self._display)
        wide, high, bar = self.run("return [innerWidth, innerHeight, outerHeight - innerHeight]")
        return shown.crop((0, bar, wide, bar + high))

    def close(self) -> None:
        """End it and its screen."""
        self._driver.quit()
        self._end_screen()

    def _end_screen(self) -> None:
        self._screen.terminate()
        self._screen.wait()


def _screen() -> tuple[subprocess.Popen[bytes], str]:
    """A screen nobody sees, and its name; Xvfb itself finds one that is free."""
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as told:
        return screen, f":{told.readline().strip()}"
