"""The desk in a real browser: by keys only, by mouse only, by Tab, without JavaScript, and for screen readers."""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reports.decisions import DecisionFile, DecisionState

Serve = Callable[..., str]


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A fresh page of a fresh browser profile."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def _states(folder: Path) -> list[str]:
    return sorted(one.state.value for one in DecisionFile(folder / "island-1.decisions.toml").read())


def _heading(page: Any) -> str:
    return str(page.locator("h1").inner_text())


def _press(page: Any, key: str) -> None:
    """Press a key and wait for the page that it leads to."""
    with page.expect_navigation():
        page.keyboard.press(key)


def _follow(page: Any, role: str, name: str) -> None:
    """Click a button or a link, and wait for the page that it leads to."""
    with page.expect_navigation():
        page.get_by_role(role, name=name).click()


def test_the_whole_flow_by_keys(page: Any, serve: Serve, cases: ModuleType, tmp_path: Path) -> None:
    """A reviewer never needs the mouse: decide, note, skip, go back, take back, finish."""
    desk = cases.desk_for(tmp_path, cases.material())
    page.goto(serve(desk))

    _press(page, "a")
    page.keyboard.press("n")
    page.keyboard.type("ask the director, arbqgsu")
    page.keyboard.press("Escape")
    _press(page, "q")
    _press(page, "s")
    _press(page, "k")
    _press(page, "r")
    _press(page, "u")
    page.keyboard.press("?")
    helped = page.locator("#help").get_attribute("open")
    _press(page, "r")
    _press(page, "g")

    assert "Everything is decided" in _heading(page)
    assert helped is not None
    assert _states(tmp_path) == ["accept", "reject", "source-gone", "wrong-quotation"]
    assert desk.status(desk.items[1]).decision.note == "ask the director, arbqgsu"


def test_a_key_leads_from_the_list_to_what_waits(page: Any, serve: Serve, cases: ModuleType, tmp_path: Path) -> None:
    """Several articles begin with a list: whoever works by keys went through all of its links with Tab."""
    desk = cases.desk_for(tmp_path, cases.material())
    page.goto(serve(desk))
    _follow(page, "link", "All items")

    _press(page, "j")

    assert page.locator("#decide").count() == 1


@pytest.mark.parametrize("key", ["Enter", "Escape", "x", "A", "Control+a", "Alt+r", " "])
def test_other_keys_decide_nothing(page: Any, serve: Serve, cases: ModuleType, tmp_path: Path, key: str) -> None:
    """Least of all Enter and Escape, which fingers press without thinking."""
    page.goto(serve(cases.desk_for(tmp_path, cases.material())))
    before = page.url

    page.keyboard.press(key)
    page.wait_for_timeout(150)

    assert page.url == before
    assert _states(tmp_path) == []


@pytest.mark.parametrize("field", ["#note", "#query", "#find", "#pasted"])
def test_keys_are_letters_in_text_fields(
    page: Any, serve: Serve, cases: ModuleType, tmp_path: Path, field: str
) -> None:
    """Whoever writes "about" in a note accepts nothing."""
    page.goto(serve(cases.desk_for(tmp_path, cases.material())))
    page.locator("summary").evaluate_all("every => every.forEach(one => { one.parentElement.open = true; })")

    page.locator(field).focus()
    page.keyboard.type("arbqgsunojk/?")

    assert page.locator(field).input_value() == "arbqgsunojk/?"
    assert _states(tmp_path) == []


def test_a_key_that_is_held_down_decides_once(page: Any, serve: Serve, cases: ModuleType, tmp_path: Path) -> None:
    """Repeats of a held key would accept a page of findings in a second."""
    page.goto(serve(cases.desk_for(tmp_path, cases.material())))

    page.keyboard.down("a")
    for _ in range(5):
        page.keyboard.down("a")
        page.wait_for_timeout(60)
    page.keyboard.up("a")

    assert _states(tmp_path) == ["accept"]


def test_a_desk_that_is_gone_does_not_take_the_note_with_it(
    page: Any, serve: Serve, cases: ModuleType, tmp_path: Path
) -> None:
    """The browser's own page for a lost connection would stand in the place of what was typed."""
    page.goto(serve(cases.desk_for(tmp_path, cases.material())))
    before = page.url
    page.locator("#note").fill("ask the director")

    page.context.set_offline(True)
    page.locator("h1").click()
    page.keyboard.press("r")
    page.locator("#lost").wait_for(state="visible")
    lost = (page.url, page.locator("#note").input_value(), _states(tmp_path))
    page.context.set_offline(False)
    _press(page, "r")

    assert lost == (before, "ask the director", [])
    assert _states(tmp_path) == ["reject"]


def test_a_note_outlives_a_look_at_another_passage_and_item(
    page: Any, serve: Serve, cases: ModuleType, tmp_path: Path
) -> None:
    """Reviewers type, then look something up: links and undo lead away from the field."""
    desk = cases.desk_for(tmp_path, cases.material())
    page.goto(serve(desk))
    page.keyboard.press("a")
    page.wait_for_url(f"**{desk.items[1].address}*")

    page.locator("#note").fill("ask the director")
    page.locator("main").focus()
    page.keyboard.press("j")
    page.wait_for_url(f"**{desk.items[2].address}*")
    page.keyboard.press("k")
    page.wait_for_url(f"**{desk.items[1].address}*")
    kept = page.locator("#note").input_value()
    page.locator("main").focus()
    page.keyboard.press("u")
    page.wait_for_url(f"**{desk.items[0].address}*")

    assert kept == "ask the director"
    assert desk.note_on(desk.items[1]) == "ask the director"
    assert not desk.status(desk.items[0]).decision


@pytest.mark.parametrize(("touch", "shown"), [(False, 6), (True, 0)], ids=["a narrow window", "a telephone"])
def test_keys_stand_on_the_buttons_wherever_there_is_a_keyboard(
    browser: Any, serve: Serve, cases: ModuleType, tmp_path: Path, *, touch: bool, shown: int
) -> None:
    """A narrow window beside the article has its keyboard still; a telephone has none."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=touch, is_mobile=touch)
    page = context.new_page()
    page.goto(serve(cases.desk_for(tmp_path, cases.material())))

    keys = page.locator(".choice kbd").all()
    visible = sum(key.is_visible() for key in keys)
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()

    assert visible == shown
    assert wide <= 390


def test_single_keys_can_be_switched_off(page: Any, serve: Serve, cases: ModuleType, tmp_path: Path) -> None:
    """People who speak to their computer would decide by talking (WCAG 2.1.4)."""
    page.goto(serve(cases.desk_for(tmp_path, cases.material())))
    page.locator("#help summary").click()
    _follow(page, "button", "Switch single keys off")

    page.keyboard.press("a")
    page.wait_for_timeout(150)
    off = _states(tmp_path)
    page.locator("#help summary").click()
    _follow(page, "button", "Switch single keys on")
    _press(page, "a")

    assert off == []
    assert _states(tmp_path) == ["accept"]


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without script"])
def test_the_whole_flow_by_mouse(
    browser: Any, serve: Serve, cases: ModuleType, tmp_path: Path, *, javascript: bool
) -> None:
    """Buttons, links and forms do everything that keys do, and none of them needs a script."""
    context = browser.new_context(java_script_enabled=javascript)
    page = context.new_page()
    desk = cases.desk_for(tmp_path, cases.material())
    page.goto(serve(desk))

    _follow(page, "button", "Accept")
    _follow(page, "button", "Skip")
    _follow(page, "link", "Previous")
    page.get_by_text("Look elsewhere in the source").click()
    page.locator("#query").fill("council thanked")
    _follow(page, "button", "Search")
    _follow(page, "link", "Choose this passage")
    page.locator("#note").fill("the minutes")
    _follow(page, "button", "Better source")
    _follow(page, "button", "Undo")
    _follow(page, "button", "Reject")
    _follow(page, "link", "All items")
    page.locator("#f-state").select_option("waiting")
    _follow(page, "button", "Show")
    _follow(page, "link", "review the 2 that wait")
    _follow(page, "button", "Accept")
    _follow(page, "button", "Source gone")

    assert "you chose waits" in _heading(page) or "decided" in _heading(page)
    assert _states(tmp_path) == ["accept", "accept", "reject", "source-gone"]
    context.close()


def test_an_own_copy_is_brought_without_script(browser: Any, serve: Serve, cases: ModuleType, tmp_path: Path) -> None:
    """A file chosen in a plain form is read at once, and can be searched."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    desk = cases.desk_for(tmp_path, cases.material())
    copy = tmp_path / "diary.txt"
    copy.write_text("The harbour master kept a diary.", encoding="utf-8")
    page.goto(serve(desk))
    _follow(page, "link", "All items")
    _follow(page, "link", "Harbour news")

    page.locator("#file").set_input_files(copy)
    _follow(page, "button", "Keep and check again")

    assert "Your copy is kept" in page.content()
    assert desk.text_of(desk.items[3]) == "The harbour master kept a diary."
    context.close()


def test_tab_reaches_every_decision(page: Any, serve: Serve, cases: ModuleType, tmp_path: Path) -> None:
    """Focus goes round in the order of reading, is visible, and a button pressed from it decides."""
    page.goto(serve(cases.desk_for(tmp_path, cases.material())))
    named = []
    for _ in range(40):
        page.keyboard.press("Tab")
        named.append(page.evaluate("document.activeElement.value || document.activeElement.tagName"))
        if named[-1] == "reject":
            break

    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert "accept" in named
    assert _states(tmp_path) == ["reject"]


def test_a_stale_item_shows_then_and_now(page: Any, serve: Serve, cases: ModuleType, tmp_path: Path) -> None:
    """The reviewer sees at once what changed in the source since they decided."""
    material = cases.material()
    first = cases.desk_for(tmp_path, material)
    first.decide(first.items[0], DecisionState.ACCEPT)
    url = first.items[0].finding.url
    texts = {**material.texts, url: material.texts[url].replace("31 lorries", "33 lorries")}

    page.goto(serve(cases.desk_for(tmp_path, dataclasses.replace(material, texts=texts))))

    assert "the source has changed since" in page.locator(".earlier h2").inner_text().lower()
    assert page.locator("del").all_inner_texts() == ["31"]
    assert page.locator("ins").all_inner_texts() == ["33"]


def test_the_source_opens_at_the_passage_and_learns_nothing(
    page: Any, serve: Serve, cases: ModuleType, tmp_path: Path
) -> None:
    """The live page gets no address of ours, and no handle on our window."""
    page.goto(serve(cases.desk_for(tmp_path, cases.material())))

    page.context.route("https://island.example/**", lambda route: route.fulfill(body="the live page"))
    link = page.locator("[data-key=o]")
    with page.expect_popup() as opened:
        page.keyboard.press("o")

    assert opened.value.evaluate("[document.referrer, window.opener]") == ["", None]
    assert "#:~:text=" in link.get_attribute("href")
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert link.get_attribute("target") == "_blank"


@pytest.mark.parametrize("where", ["item", "list"])
def test_hostile_text_does_nothing(page: Any, serve: Serve, cases: ModuleType, tmp_path: Path, where: str) -> None:
    """Markup in claims, titles, messages and pages is shown, not obeyed; the policy is kept without a complaint."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(serve(cases.desk_for(tmp_path, cases.material(hostile=True))))
    if where == "list":
        _follow(page, "link", "All items")

    assert "owned" not in page.title()
    assert "onerror=" in page.locator("main").inner_text()
    assert page.locator("main img, main script").count() == 0
    assert complaints == []


@pytest.mark.parametrize("origin", ["http://attacker.example", "http://127.0.0.1:1", "http://localhost:1"])
def test_a_form_of_another_page_decides_nothing(
    page: Any, serve: Serve, cases: ModuleType, tmp_path: Path, origin: str
) -> None:
    """Another site, and another port of this very machine, in the browser that holds the cookie."""
    desk = cases.desk_for(tmp_path, cases.material())
    page.goto(serve(desk))
    form = f'<form method=post action="{page.url}"><button name=do value=accept>Win a prize</button></form>'
    page.context.route(f"{origin}/**", lambda route: route.fulfill(body=form, content_type="text/html"))
    page.goto(f"{origin}/")

    with page.expect_navigation():
        page.get_by_role("button").click()

    assert "are refused" in page.locator("body").inner_text()
    assert _states(tmp_path) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_violation(
    browser: Any, serve: Serve, cases: ModuleType, tmp_path: Path, *, scheme: str, width: int
) -> None:
    """Names, contrast, landmarks and order, on every page, in both schemes, wide and narrow."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    page = context.new_page()
    material = cases.material(articles=2)
    first = cases.desk_for(tmp_path, material)
    first.decide(first.items[0], DecisionState.ACCEPT, note="fine")
    first.decide(first.items[1], DecisionState.REJECT)
    url = first.items[0].finding.url
    texts = {**material.texts, url: material.texts[url].replace("31 lorries", "33 lorries")}
    desk = cases.desk_for(tmp_path, dataclasses.replace(material, texts=texts))
    page.goto(serve(desk))
    base = page.url.rsplit("/", 1)[0]
    paths = ["/", "/list", "/done", "/unread", "/item/0/none", *(desk.items[number].address for number in range(4))]
    paths.append(desk.items[2].address + "?q=the&did=accept")

    faults = {}
    for path in paths:
        page.goto(base + path)
        page.locator("summary").evaluate_all("every => every.forEach(one => { one.parentElement.open = true; })")
        found = axe.run(page).response["violations"]
        faults[path] = [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found]

    assert {path: found for path, found in faults.items() if found} == {}
    context.close()


@pytest.mark.parametrize("width", [1280, 820, 390, 320])
def test_nothing_runs_out_of_the_window(
    browser: Any, serve: Serve, cases: ModuleType, tmp_path: Path, width: int
) -> None:
    """Even long words and addresses wrap; nobody scrolls sideways to decide."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    desk = cases.desk_for(tmp_path, cases.material(hostile=True))
    page.goto(serve(desk))
    base = page.url.split("/item")[0]

    for path in (desk.items[0].address, desk.items[3].address, "/list", "/unread", "/done"):
        page.goto(base + path)
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, path
    context.close()


@pytest.mark.parametrize(
    ("width", "height"),
    [
        pytest.param(640, 360, id="a small laptop at 200 %"),
        pytest.param(320, 256, id="a screen at 400 %"),
        pytest.param(844, 390, id="a telephone on its side"),
        pytest.param(390, 844, id="a telephone"),
    ],
)
def test_what_stays_in_sight_leaves_most_of_the_window_to_the_texts(  # noqa: PLR0917 - fixtures and a size
    browser: Any, serve: Serve, cases: ModuleType, tmp_path: Path, width: int, height: int
) -> None:
    """Who needs large letters has a low window, and came to read a claim beside its source, not the buttons."""
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(serve(cases.desk_for(tmp_path, cases.material())))
    page.mouse.wheel(0, 200)

    taken = page.evaluate(
        """[...document.querySelectorAll('.top, .decide')]
             .filter((one) => getComputedStyle(one).position === 'sticky')
             .reduce((sum, one) => sum + one.offsetHeight, 0)"""
    )
    context.close()

    assert taken <= height * 0.4


def test_a_broken_file_is_told_on_every_page(page: Any, serve: Serve, cases: ModuleType, tmp_path: Path) -> None:
    """The reviewer hears of it before the next key, with the file and the line."""
    desk = cases.desk_for(tmp_path, cases.material())
    page.goto(serve(desk))
    (tmp_path / "island-1.decisions.toml").write_text("version = 1\nhalf", encoding="utf-8")

    _press(page, "a")

    assert "island-1.decisions.toml:2" in page.locator("[role=alert]").first.inner_text()
    (tmp_path / "island-1.decisions.toml").unlink()
    _press(page, "a")
    assert _states(tmp_path) == ["accept"]
