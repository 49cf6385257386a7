"""Firefox, driven by Mozilla's own Marionette protocol."""

from __future__ import annotations

import base64
import contextlib
import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from marionette_driver.by import By
from marionette_driver.errors import JavascriptException
from marionette_driver.marionette import Marionette
from PIL import Image

from tests.browser.conftest import Scheme
from tests.browser.engines.engine import EngineNotFoundError, Name
from tests.browser.server import free_port

PACKAGES = ("firefox-esr", "poppler-utils")
COMMANDS = ("firefox-esr", "firefox")
WAIT_MS = 110_000
GONE_PAGES = 5
"""How often a page may go away under a script that waits, as it does between two addresses."""

# What the browser says of itself, not of a page; in its log that is what "RSLoader" says.
_OWN = ("chrome://", "resource://", "moz-extension://")

_CONSOLE = """
  const found = [];
  for (const message of Services.console.getMessageArray()) {
    try { message.QueryInterface(Ci.nsIScriptError); } catch { continue; }
    const warning = message.flags & Ci.nsIScriptError.warningFlag;
    const info = message.flags & Ci.nsIScriptError.infoFlag;
    if (!info && (!warning || message.category.startsWith("CSP")))
      found.push([message.errorMessage, message.sourceName]);
  }
  Services.console.reset();
  return found;
"""


def find() -> str:
    """The command that starts Firefox.

    Raises:
        EngineNotFoundError: there is none, or nothing that counts the pages of a PDF.
    """
    command = next((found for name in COMMANDS if (found := shutil.which(name))), None)
    if command is None or shutil.which("pdfinfo") is None:
        raise EngineNotFoundError(f"Firefox: install {' and '.join(PACKAGES)}")
    return command


class Firefox:
    """A Firefox without a screen, with a new profile."""

    name: Name = "firefox"
    points_inside_frames = True

    def __init__(self, folder: Path, scheme: Scheme) -> None:
        self.downloads = folder / "downloads"
        self.downloads.mkdir(parents=True)
        self._log = folder / "firefox.log"
        self._read = 0
        self._driver = Marionette(
            bin=find(),
            headless=True,
            port=free_port(),
            gecko_log=str(self._log),
            prefs={
                "browser.download.dir": str(self.downloads),
                "browser.download.alwaysOpenPanel": False,
                "browser.download.folderList": 2,
                "devtools.console.stdout.chrome": False,
                "devtools.console.stdout.content": True,
                # Or what is downloaded opens in front of the page, and takes keys and clipboard.
                "pdfjs.disabled": True,
                "browser.download.viewableInternally.enabledTypes": "",
                "layout.css.prefers-color-scheme.content-override": 0 if scheme == "dark" else 1,
                # Nobody looks: what is drawn between two looks of a test is work for nothing.
                "layout.frame_rate": 20,
                "dom.ipc.processPrelaunch.enabled": False,
            },
        )
        self._driver.start_session()
        self._driver.timeout.script = WAIT_MS / 1000

    def goto(self, url: str) -> None:
        """Open an address."""
        self._driver.navigate(url)

    def leave_for(self, url: str) -> None:
        """Open an address and do not wait for it."""
        self.run("location.href = arguments[0]", url)

    def back(self) -> None:
        """One step back in what was looked at."""
        self._driver.go_back()

    def forward(self) -> None:
        """One step forward again."""
        self._driver.go_forward()

    def resize(self, width: int, height: int) -> None:
        """Give the window such a size that the page has this one."""
        self._driver.set_window_rect(width=width, height=height)
        inner = self.run("return innerHeight")
        self._driver.set_window_rect(width=width, height=2 * height - inner)

    def run(self, script: str, *arguments: Any) -> Any:
        """What a function body returns in the page."""
        return self._driver.execute_script(script, script_args=arguments, sandbox=None)

    def wait(self, script: str, *arguments: Any) -> Any:
        """What a function body calls its last argument with, in the page."""
        for _ in range(GONE_PAGES):
            with contextlib.suppress(JavascriptException):
                return self._driver.execute_async_script(
                    script, script_args=arguments, script_timeout=WAIT_MS, sandbox=None
                )
        raise AssertionError(f"{GONE_PAGES} pages went away while this was waited for: {script}")

    def perform(self, sources: list[dict[str, Any]]) -> None:
        """Move, press and type as the W3C's actions say."""
        self._driver._send_message("WebDriver:PerformActions", {"actions": sources})

    def enter_frame(self, selector: str) -> None:
        """Run scripts in a frame from now on."""
        self._driver.switch_to_frame(self._driver.find_element(By.CSS_SELECTOR, selector))

    def leave_frame(self) -> None:
        """Run scripts in the page again."""
        self._driver.switch_to_frame()

    def console(self) -> list[str]:
        """Errors of scripts, of the page's policy, and what a page wrote as an error."""
        with self._driver.using_context("chrome"):
            found = self._driver.execute_script(_CONSOLE)
        said = [text for text, source in found if not str(source).startswith(_OWN)]
        log = self._log.read_text(encoding="utf-8", errors="replace")
        new, self._read = log[self._read :], len(log)
        return said + re.findall(r"^console\.error: (?!RSLoader:).*$", new, re.MULTILINE)

    def pages(self) -> int:
        """How many sheets the page is printed on."""
        path = self.downloads.parent / "printed.pdf"
        done = self._driver._send_message("WebDriver:Print", {}, key="value")
        path.write_bytes(base64.b64decode(done))
        told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
        (count,) = re.findall(r"^Pages: +(\d+)$", told, re.MULTILINE)
        return int(count)

    def picture(self) -> Image.Image:
        """What the window shows of the page."""
        return Image.open(io.BytesIO(self._driver.screenshot(format="binary", full=False)))

    def close(self) -> None:
        """End it."""
        self._driver.quit()
        self._driver.cleanup()
