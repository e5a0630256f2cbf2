"""What axe-core finds on a page that somebody cannot see, reach or understand."""

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
WANTED = "Tests of accessibility need axe-core: install npm, then run ./dev test."
WCAG_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def violations(page: Page) -> list[str]:
    """One line for each element that breaks a rule of WCAG 2.2 A or AA: rule, place, reason."""
    page.evaluate(AXE.read_text("utf-8"))
    judged = page.evaluate("tags => axe.run(document, {runOnly: tags})", WCAG_AA)
    return [
        f"{rule['id']} at {' '.join(map(str, node['target']))}: "
        + " ".join(node["failureSummary"].split())
        for rule in judged["violations"]
        for node in rule["nodes"]
    ]
