"""Files, folders, patterns, links and standard input: what is found, in which order, and what is left out and why."""

import io
import os
import pickle
import socket
import sys

import pytest

from nlp.archive.documents import answers, documents
from nlp.archive.source import Document, Failure, Item, Reason, WalkOptions
from nlp.archive.walk import walk
from nlp.errors import InputError
from nlp.text.sources import SourceText
from tests.archive import samples

ANY = WalkOptions(languages=())


def found(path, *inputs, options=ANY):
    """Path below `path` → text or reason, in order."""
    every = answers([str(each) for each in inputs or (path,)], options)
    return {
        each.path.removeprefix(f"{path}/"): each.text if isinstance(each, Document) else each.reason for each in every
    }


def test_files_and_folders_in_order(tmp_path):
    (tmp_path / "b.txt").write_text("второй")
    (tmp_path / "a.md").write_text("# первый")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.TXT").write_text("третий")
    (tmp_path / "e.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "f.txt").write_text("скрытый")
    assert list(found(tmp_path).items()) == [
        (".hidden", Reason.HIDDEN),
        ("a.md", "# первый"),
        ("b.txt", "второй"),
        ("c/d.TXT", "третий"),
        ("e.png", Reason.NOT_TEXT),
    ]


def test_annotations_beside_texts_are_passed_over(tmp_path):
    names = ("a.ann", "a.spans", "a.conllu", "a.norm")
    for name in names:
        (tmp_path / name).write_text("T1\tPER 0 6\tОрлова\n")
    (tmp_path / "a.coref").write_bytes(b"")
    (tmp_path / "a.txt").write_text("Орлова")
    names = (*names, "a.coref")
    assert found(tmp_path) == dict.fromkeys(names, Reason.ANNOTATION) | {"a.txt": "Орлова"}
    assert not any(Failure("a", reason, "").is_error for reason in (Reason.ANNOTATION, Reason.EXCLUDED))


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        pytest.param("*.tsv", ["a.txt", "a.zip!/в/b.txt", "a.zip!/в/c.txt"], id="a suffix"),
        pytest.param("*/в/*", ["a.tsv", "a.txt"], id="a folder in an archive"),
        pytest.param("*.zip", ["a.tsv", "a.txt"], id="an archive as a whole"),
        pytest.param("A.TXT", ["a.tsv", "a.txt", "a.zip!/в/b.txt", "a.zip!/в/c.txt"], id="letter case counts"),
    ],
)
def test_names_that_are_excluded(tmp_path, pattern, left):
    (tmp_path / "a.tsv").write_text("text\nпервый\n")
    (tmp_path / "a.txt").write_text("второй")
    (tmp_path / "a.zip").write_bytes(samples.zipped({"в/b.txt": "третий".encode(), "в/c.txt": "пятый".encode()}))
    said = found(tmp_path, options=WalkOptions(languages=(), exclude=(pattern,)))
    assert [name.partition(":")[0] for name, what in said.items() if what is not Reason.EXCLUDED] == left


def test_it_is_lazy(tmp_path):
    (tmp_path / "a.txt").write_text("первый")
    every = documents([tmp_path / "a.txt", tmp_path / "b.txt"], ANY)
    assert next(every).text == "первый"
    (tmp_path / "b.txt").write_text("второй")
    assert next(every).text == "второй"


def test_a_missing_file_does_not_stop_the_rest(tmp_path):
    (tmp_path / "a.txt").write_text("первый")
    missing, there = documents([tmp_path / "none.txt", tmp_path / "a.txt"], ANY)
    assert isinstance(missing, InputError)
    assert str(missing) == f"{tmp_path / 'none.txt'}: cannot be read: No such file or directory"
    assert there.text == "первый"


def test_patterns(tmp_path):
    for name in ("b1.txt", "b2.txt", "c.md", "[x].txt"):
        (tmp_path / name).write_text(name)
    assert list(found(tmp_path, tmp_path / "b*.txt")) == ["b1.txt", "b2.txt"]
    assert list(found(tmp_path, tmp_path / "**" / "*.md")) == ["c.md"]
    assert list(found(tmp_path, tmp_path / "[x].txt")) == ["[x].txt"]
    assert found(tmp_path, tmp_path / "d*") == {"d*": Reason.MISSING}


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Минск".encode("cp1251"))))
    (document,) = answers(["-"], WalkOptions(encoding="cp1251"))
    assert (document.text, document.source) == ("Минск", "standard input")


def test_what_is_passed_over_is_reported_when_asked_for_by_name(tmp_path):
    (tmp_path / "e.png").write_bytes(b"\x89PNG")
    assert list(documents([tmp_path], ANY)) == []
    (error,) = documents([tmp_path / "e.png"], ANY)
    assert "is a picture, sound or film" in str(error)


def test_nothing_but_regular_files_is_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket.txt"))
    (tmp_path / "zero").symlink_to("/dev/zero")
    reasons = dict.fromkeys(["pipe.txt", "socket.txt", "zero"], Reason.NOT_REGULAR)
    assert found(tmp_path) == reasons
    assert list(found("/dev", "/dev/zero").values()) == [Reason.NOT_REGULAR]


def test_links(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    (inside / "a").mkdir(parents=True)
    outside.mkdir()
    (inside / "a" / "t.txt").write_text("внутри")
    (outside / "u.txt").write_text("снаружи")
    (outside / "again").symlink_to(outside)
    (inside / "file").symlink_to(inside / "a" / "t.txt")
    (inside / "folder").symlink_to(inside / "a")
    (inside / "a" / "up").symlink_to(inside)
    (inside / "nowhere").symlink_to(tmp_path / "none")
    (inside / "self").symlink_to(inside / "self")
    (inside / "there").symlink_to(outside)
    (inside / "there2").symlink_to(outside)
    assert found(inside) == {
        "a/t.txt": "внутри",
        "a/up": Reason.REPEATED,
        "file": Reason.REPEATED,
        "folder": Reason.REPEATED,
        "nowhere": Reason.LINK,
        "self": Reason.LINK,
        "there/again": Reason.REPEATED,
        "there/u.txt": "снаружи",
        "there2": Reason.REPEATED,
    }


def test_an_input_may_be_a_link(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "t.txt").write_text("текст")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert found(tmp_path, tmp_path / "b") == {"b/t.txt": "текст"}


def test_a_name_that_is_no_text(tmp_path):
    (tmp_path / os.fsdecode(b"\xef\xf0\xe8.txt")).write_text("Привет")
    (item,) = walk([tmp_path], ANY)
    assert item.path == f"{tmp_path}/\\xef\\xf0\\xe8.txt"
    assert found(tmp_path) == {"\\xef\\xf0\\xe8.txt": "Привет"}
    item.path.encode()


def test_an_odd_name_stays_on_one_line(tmp_path):
    (tmp_path / "a\nb\x1b[31m.txt").write_text("текст")
    assert list(found(tmp_path)) == ["a\\nb\\x1b[31m.txt"]


def test_empty_ones_are_told(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b" \n\t\n")
    (tmp_path / "c").mkdir()
    assert found(tmp_path) == {"a.txt": Reason.EMPTY, "b.txt": Reason.NO_TEXT, "c": Reason.EMPTY}


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("тайна")
    (tmp_path / "b.txt").write_text("текст")
    original = os.open

    def refusing(path, *rest):
        if os.fsencode(path).endswith(b"a.txt"):
            raise PermissionError(13, "Permission denied")
        return original(path, *rest)

    monkeypatch.setattr(os, "open", refusing)
    assert found(tmp_path) == {"a.txt": Reason.UNREADABLE, "b.txt": "текст"}


def test_a_file_that_changes_after_the_walk(tmp_path):
    from nlp.archive.read import read

    (tmp_path / "a.txt").write_text("текст")
    (item,) = walk([tmp_path], ANY)
    (tmp_path / "a.txt").unlink()
    (gone,) = read(item, ANY)
    assert gone.reason is Reason.MISSING
    os.mkfifo(tmp_path / "a.txt")
    (pipe,) = read(item, ANY)
    assert pipe.reason is Reason.NOT_REGULAR


def test_a_file_beyond_the_limit(tmp_path):
    (tmp_path / "a.txt").write_text("а" * 100)
    (failure,) = answers([tmp_path], WalkOptions(max_document=150))
    assert (failure.reason, failure.size) == (Reason.TOO_LARGE, 200)
    (failure,) = answers([tmp_path], WalkOptions(max_text=99))
    assert failure.reason is Reason.TOO_LARGE


def test_deep_folders(tmp_path):
    deepest = tmp_path
    for _ in range(300):
        deepest /= "d"
        deepest.mkdir()
    (deepest / "t.txt").write_text("глубоко")
    assert list(found(tmp_path).values()) == ["глубоко"]


def test_items_can_be_sent_to_other_processes(tmp_path):
    (tmp_path / "a.txt").write_text("текст")
    (item,) = walk([tmp_path], ANY)
    assert isinstance(item, Item)
    assert pickle.loads(pickle.dumps(item)) == item
    assert pickle.loads(pickle.dumps(Failure("a", Reason.EMPTY, "no bytes"))).reason is Reason.EMPTY


def test_the_order_is_that_of_names(tmp_path):
    for name in ("й.txt", "a.txt", "Б.txt", "10.txt", "9.txt"):
        (tmp_path / name).write_text(name)
    names = list(found(tmp_path))
    assert names == sorted(names, key=str.encode)
    assert names == list(found(tmp_path))


@pytest.mark.parametrize("published", ["2025", "2025-06", "2025-06-17", None])
def test_published_is_kept(published):
    assert SourceText("т", published=published).published == published


@pytest.mark.parametrize("published", ["", "25", "2025-6-1", "2025-13", "2025-06-31", "2025/06/17", "0000"])
def test_published_is_checked(published):
    with pytest.raises(InputError, match="text: published is"):
        SourceText("т", published=published)
