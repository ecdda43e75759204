"""What somebody waits for on a slow telephone: Chromium as slow as one, over a network of the third generation."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

FAR, NEARER = 2000, 400
"""Milliseconds from asking to the first byte of every answer: as browsers' own tools slow a network down, and as slow
3G is on the road."""
BYTES = 400 * 1024 / 8
"""A second, in either direction."""
SLOWER = 4
"""How many times slower the processor."""
WATCH = """
window.seen = { paint: 0, largest: 0, shift: 0 };
new PerformanceObserver(list => { for (const one of list.getEntries())
  if (one.name === "first-contentful-paint") seen.paint = one.startTime; }).observe({ type: "paint", buffered: true });
new PerformanceObserver(list => { for (const one of list.getEntries()) seen.largest = one.startTime; })
  .observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver(list => { for (const one of list.getEntries()) seen.shift += one.value; })
  .observe({ type: "layout-shift", buffered: true });
"""


def slow(browser: Browser, latency: int = FAR) -> Page:
    """A page in a browser with nothing kept, on a slow telephone."""
    context = browser.new_context(locale="en-GB", viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.add_init_script(WATCH)
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": latency, "downloadThroughput": BYTES, "uploadThroughput": BYTES},
    )
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def waited(page: Page) -> dict[str, float]:
    """Seconds until something and the largest thing was painted, and how far what was there moved."""
    page.wait_for_load_state("networkidle")
    page.wait_for_function("() => seen.largest > 0")
    seen = page.evaluate("() => seen")
    return {
        "first paint": round(seen["paint"] / 1000, 2),
        "largest paint": round(seen["largest"] / 1000, 2),
        "layout shift": round(seen["shift"], 3),
    }
