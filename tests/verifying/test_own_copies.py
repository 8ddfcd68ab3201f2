"""The user's own copies are found by URL or note, and never lie outside of their directory."""

from pathlib import Path

import pytest
from building import note, record

from citations.links import canonical_url
from verifier import own_copies
from verifier.fetching.base import Access
from verifier.laying import lay_own_copy
from verifier.library import StoreLibrary
from verifier.own_copies import LIST_NAME, NO_COPIES, OwnCopyError, read_own_copies
from verifier.snapshots import SnapshotStore
from verifier.sources import CitedSource


def _cited(url: str = "", label: str = "i", article: str = "") -> CitedSource:
    key = url or f"{article}: note {label}"
    return CitedSource(key=key, label=label, note=note(label), record=record(), url=url, article=article)


def test_a_copy_is_found_by_its_url(tmp_path: Path) -> None:
    """Tracking parameters and the fragment do not tell pages apart."""
    lay_own_copy(tmp_path, url="https://a.example/x?utm_source=mail#top", file_name="x.html", data=b"<p>The page.")

    snapshot = read_own_copies(tmp_path).snapshot_for(_cited(canonical_url("https://a.example/x")))

    assert snapshot is not None
    assert (snapshot.access, snapshot.body, snapshot.own_copy) == (Access.OK, b"<p>The page.", str(tmp_path / "x.html"))
    assert dict(snapshot.headers)["content-type"] == "text/html"


def test_a_copy_is_found_by_the_label_of_its_note(tmp_path: Path) -> None:
    """A book has no address."""
    lay_own_copy(tmp_path, label="iv", file_name="chapter 3.txt", data=b"Once.")

    copies = read_own_copies(tmp_path)

    assert copies.path_for(label="iv") == tmp_path / "chapter-3.txt"
    assert copies.path_for(label="v") is None
    assert copies.snapshot_for(_cited(label="iv")) is not None


def test_a_file_named_by_a_label_needs_no_list(tmp_path: Path) -> None:
    """Whoever lays 4.pdf beside the article means note 4; the list goes before, and a link may lead anywhere."""
    (tmp_path / "4.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "v.txt").write_bytes(b"Twice.")
    (tmp_path / "6.txt").symlink_to(tmp_path / "v.txt")
    lay_own_copy(tmp_path, label="v", file_name="chapter 3.txt", data=b"Once.")

    copies = read_own_copies(tmp_path)

    assert copies.path_for(label="4") == tmp_path / "4.pdf"
    assert copies.path_for(label="v") == tmp_path / "chapter-3.txt"
    assert copies.path_for(label="6") is None


@pytest.mark.parametrize("folder", ["bridge", "bridge.md", "essays/bridge", "essays/bridge.md"])
def test_a_folder_of_an_article_s_name_holds_the_copies_for_its_notes(tmp_path: Path, folder: str) -> None:
    """Every article has a note 1."""
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / folder / "1.txt").write_bytes(b"Once.")

    copies = read_own_copies(tmp_path)

    assert copies.path_for(label="1", article="essays/bridge.md") == tmp_path / folder / "1.txt"
    assert copies.path_for(label="1", article="essays/ferry.md") is None


def test_an_entry_may_name_the_article_of_its_note(tmp_path: Path) -> None:
    """The desk lays copies for several articles into one folder."""
    first = lay_own_copy(tmp_path, label="1", article="bridge.md", file_name="book.txt", data=b"Once.")
    second = lay_own_copy(tmp_path, label="1", article="ferry.md", file_name="book.txt", data=b"Twice.")

    copies = read_own_copies(tmp_path)

    assert copies.path_for(label="1", article="essays/bridge.md") == first
    assert copies.path_for(label="1", article="essays/ferry.md") == second


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        pytest.param(_cited(article="bridge.md"), _cited(article="ferry.md"), True, id="two books"),
        pytest.param(_cited("https://a.example/", article="bridge.md"), _cited(article="ferry.md"), True, id="a page"),
        pytest.param(_cited(article="bridge.md"), _cited(article="bridge.md"), False, id="one article"),
        pytest.param(_cited("https://a.example/", article="a.md"), _cited("https://a.example/", article="ferry.md"),
                     False, id="one page in two articles"),
        pytest.param(_cited(article="bridge.md"), _cited(label="ii", article="ferry.md"), False, id="another label"),
        pytest.param(_cited(article="bridge.md"), _cited("https://b.example/", article="ferry.md"), False,
                     id="a page that has a copy of its own"),
    ],
)  # fmt: skip
def test_a_copy_that_could_be_that_of_two_articles_is_refused(
    tmp_path: Path, one: CitedSource, other: CitedSource, *, shared: bool
) -> None:
    """It would be held against claims that it is not the source of; the way out is named."""
    (tmp_path / "i.txt").write_bytes(b"Once.")
    lay_own_copy(tmp_path, url="https://b.example/", file_name="b.html", data=b"b")
    copies = read_own_copies(tmp_path)

    if not shared:
        copies.refuse_shared([one, other])
        return
    with pytest.raises(OwnCopyError, match=r"note i of bridge\.md or of ferry\.md") as refused:
        copies.refuse_shared([one, other])
    assert str(tmp_path / "ferry" / "i.txt") in refused.value.help_text


def test_a_copy_that_stands_for_no_note_is_known(tmp_path: Path) -> None:
    """Its name is misspelt; those of the list and of other articles are left out, as a run may be about one article."""
    (tmp_path / "i.txt").write_bytes(b"Once.")
    (tmp_path / "note-2.txt").write_bytes(b"Twice.")
    for name in ("README.md", ".DS_Store", "ferry/9.txt", ".git/objects", "8.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"Thrice.")
    lay_own_copy(tmp_path, url="https://b.example/", file_name="b.html", data=b"b")
    with (tmp_path / LIST_NAME).open("a", encoding="utf-8") as file:
        file.write('\n[[source]]\nfile = "8.txt"\nnote = "8"\nurl = "https://c.example/"\n')

    assert read_own_copies(tmp_path).of_no_note([_cited(article="bridge.md")]) == [tmp_path / "note-2.txt"]


def test_a_file_of_a_kind_that_is_not_read_is_named_rather_than_passed_over(tmp_path: Path) -> None:
    """Whoever lays 4.rtf beside the article must hear why note 4 is not checked; a page beside it goes before."""
    (tmp_path / "4.rtf").write_bytes(b"{\\rtf1 Once.}")
    (tmp_path / "5.rtf").write_bytes(b"{\\rtf1 Once.}")
    (tmp_path / "5.txt").write_bytes(b"Once.")

    copies = read_own_copies(tmp_path)

    assert (copies.path_for(label="4"), copies.path_for(label="5")) == (tmp_path / "4.rtf", tmp_path / "5.txt")


def test_what_lies_in_a_hidden_folder_is_no_copy(tmp_path: Path) -> None:
    """Tools keep files of their own there, some under the names of articles."""
    (tmp_path / ".trash" / "bridge").mkdir(parents=True)
    (tmp_path / ".trash" / "bridge" / "4.txt").write_bytes(b"Once.")

    assert not read_own_copies(tmp_path).by_note


def test_a_copy_is_read_up_to_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A film that lies in the folder by mistake must not fill the memory."""
    monkeypatch.setattr(own_copies, "MOST_BYTES", 3)
    (tmp_path / "i.txt").write_bytes(b"Once upon a time.")

    snapshot = read_own_copies(tmp_path).snapshot_for(_cited())

    assert snapshot is not None
    assert snapshot.body == b"Onc"


def test_an_empty_copy_is_known_as_such(tmp_path: Path) -> None:
    """Nothing was saved: the page is not read, rather than read and found to lack the claim."""
    (tmp_path / "i.txt").write_bytes(b" \n")

    snapshot = read_own_copies(tmp_path).snapshot_for(_cited())

    assert snapshot is not None
    assert snapshot.access is Access.EMPTY


def test_a_copy_is_read_when_its_text_is_asked_for_and_not_kept(tmp_path: Path) -> None:
    """A hundred scanned books would fill the memory."""
    (tmp_path / "i.txt").write_bytes(b"Once.")
    library = StoreLibrary(SnapshotStore(":memory:"), read_own_copies(tmp_path))
    assert library.has_own(_cited(label="i"))

    (tmp_path / "i.txt").write_bytes(b"Twice.")

    assert library.source_text(": note i").text == "Twice."


def test_the_list_is_no_copy(tmp_path: Path) -> None:
    """A note may be called "sources"."""
    lay_own_copy(tmp_path, label="v", file_name="chapter 3.txt", data=b"Once.")

    assert read_own_copies(tmp_path).path_for(label="sources") is None


def test_a_new_copy_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """One source, one file, one entry."""
    lay_own_copy(tmp_path, url="https://a.example/x", file_name="x.html", data=b"old")
    lay_own_copy(tmp_path, url="https://a.example/x", file_name="x.html", data=b"new")

    assert (tmp_path / "x.html").read_bytes() == b"new"
    assert (tmp_path / LIST_NAME).read_text(encoding="utf-8").count("[[source]]") == 1


def test_files_of_other_sources_are_left_alone(tmp_path: Path) -> None:
    """Two pages may be called index.html."""
    (tmp_path / "mine.html").write_bytes(b"not listed")
    first = lay_own_copy(tmp_path, url="https://a.example/", file_name="index.html", data=b"a")
    second = lay_own_copy(tmp_path, url="https://b.example/", file_name="index.html", data=b"b")
    third = lay_own_copy(tmp_path, url="https://c.example/", file_name="mine.html", data=b"c")

    assert (first.read_bytes(), second.read_bytes(), third.read_bytes()) == (b"a", b"b", b"c")
    assert (tmp_path / "mine.html").read_bytes() == b"not listed"


def test_the_user_s_own_lines_are_kept(tmp_path: Path) -> None:
    """The list is written by hand as well."""
    (tmp_path / "a.html").write_bytes(b"a")
    before = '# my sources\n\n[[source]] # the first\nurl = "https://a.example/"\nfile = "a.html"\n'
    (tmp_path / LIST_NAME).write_text(before, encoding="utf-8")

    lay_own_copy(tmp_path, label='a "label"\\', file_name="b.pdf", data=b"%PDF-")

    assert (tmp_path / LIST_NAME).read_text(encoding="utf-8").startswith(before)
    assert read_own_copies(tmp_path).path_for(label='a "label"\\') == tmp_path / "b.pdf"


@pytest.mark.parametrize("name", ["../out.html", "/etc/passwd.html", "..\\out.html", "a/b.html", ".html", "....html"])
def test_nothing_is_written_outside_of_the_directory(tmp_path: Path, name: str) -> None:
    """A file name may come from a web form."""
    inside = tmp_path / "sources"

    path = lay_own_copy(inside, label="i", file_name=name, data=b"x")

    assert path.resolve().parent == inside.resolve()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["sources"]


@pytest.mark.parametrize(
    "listed",
    [
        pytest.param('[[source]]\nurl = "https://a.example/"\nfile = "../secret.html"', id="above"),
        pytest.param('[[source]]\nurl = "https://a.example/"\nfile = "/etc/hostname"', id="absolute"),
        pytest.param('[[source]]\nurl = "https://a.example/"\nfile = "link.html"', id="a link to outside"),
        pytest.param('[[source]]\nurl = "https://a.example/"\nfile = "gone.html"', id="a file that is not there"),
        pytest.param('[[source]]\nurl = "https://a.example/"\nfile = "."', id="the directory itself"),
        pytest.param('[[source]]\nfile = "a.html"', id="of no source"),
        pytest.param('[[source]]\nurl = 3\nfile = "a.html"', id="a number for a URL"),
        pytest.param('[[source]]\nurl = "https://a.example/"\nfile = "a.html"\nhost = "b"', id="an unknown key"),
        pytest.param('[[source]]\nurl = "https://a.example/"\narticle = "a.md"\nfile = "a.html"', id="of no note"),
        pytest.param("[source]", id="no list"),
        pytest.param("source = [3]", id="no table"),
        pytest.param("[[source", id="no TOML"),
    ],
)
def test_a_list_that_cannot_be_used_says_so(tmp_path: Path, listed: str) -> None:
    """It may come from a pull request: nothing outside of the directory is read."""
    inside = tmp_path / "sources"
    inside.mkdir()
    (tmp_path / "secret.html").write_bytes(b"secret")
    (inside / "a.html").write_bytes(b"a")
    (inside / "link.html").symlink_to(tmp_path / "secret.html")
    (inside / LIST_NAME).write_text(listed, encoding="utf-8")

    with pytest.raises(OwnCopyError):
        read_own_copies(inside)


@pytest.mark.parametrize(
    ("url", "label", "name", "data"),
    [
        pytest.param("", "", "a.html", b"", id="of nothing"),
        pytest.param("https://a.example/", "i", "a.html", b"", id="of two things"),
        pytest.param("", "i", "a.exe", b"", id="an ending that is not read"),
        pytest.param("", "i", "a", b"", id="no ending"),
    ],
)
def test_refuses_what_cannot_be_laid_down(tmp_path: Path, url: str, label: str, name: str, data: bytes) -> None:
    """And leaves nothing behind."""
    with pytest.raises(OwnCopyError):
        lay_own_copy(tmp_path, url=url, label=label, file_name=name, data=data)

    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_is_too_large_is_not_laid_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It could not be read again, and the desk would have filled the disk."""
    monkeypatch.setattr("verifier.laying.MOST_BYTES", 10)

    with pytest.raises(OwnCopyError):
        lay_own_copy(tmp_path, url="https://a.example/", label="", file_name="a.html", data=b"x" * 11)

    assert list(tmp_path.iterdir()) == []


def test_no_directory_and_no_list() -> None:
    """A directory that was named must be there; one without a list has no copies."""
    with pytest.raises(OwnCopyError):
        read_own_copies(Path("no such directory"))
    assert NO_COPIES.path_for(url="https://a.example/", label="i") is None


def test_a_directory_without_a_list_has_no_copies(tmp_path: Path) -> None:
    """It may have been made a moment ago."""
    assert read_own_copies(tmp_path).snapshot_for(_cited("https://a.example/")) is None


def test_a_file_in_place_of_the_folder_is_named_so(tmp_path: Path) -> None:
    """The list of copies, or the article, is easily named for the folder they stand in."""
    path = tmp_path / LIST_NAME
    path.write_text("")

    with pytest.raises(OwnCopyError, match="it is a file"):
        read_own_copies(path)
