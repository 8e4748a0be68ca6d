"""The file of answers: nothing lost, nothing in the way of learning."""

import json
import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from interparty.widgets.store import STALE_SECONDS, Store


def test_answers_come_back(tmp_path):
    Store("x", tmp_path).put("a", {"form": "floor"})
    store = Store("x", tmp_path)
    assert store.load()["a"]["form"] == "floor"
    assert store.note == ""
    assert [path.name for path in tmp_path.iterdir()] == ["x-progress.json"]


def test_two_notebooks_lose_nothing(tmp_path):
    one, two = Store("x", tmp_path), Store("x", tmp_path)
    one.load(), two.load()
    one.put("a", {"form": "floor"})
    assert set(two.put("b", {"form": "point"})) == {"a", "b"}
    assert set(Store("x", tmp_path).load()) == {"a", "b"}


def test_many_writers_at_once(tmp_path):
    def write(n):
        Store("x", tmp_path).put(f"k{n}", {"n": n})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(40)))
    assert len(Store("x", tmp_path).load()) == 40
    assert [path.name for path in tmp_path.iterdir()] == ["x-progress.json"]


def test_the_younger_answer_wins(tmp_path):
    one, two = Store("x", tmp_path), Store("x", tmp_path)
    one.put("a", {"form": "floor"})
    two.put("a", {"form": "point"})
    assert one.load()["a"]["form"] == "point"


def test_what_was_cleared_does_not_come_back(tmp_path):
    one, two = Store("x", tmp_path), Store("x", tmp_path)
    one.put("a", {"form": "floor"})
    two.load()
    one.clear()
    assert set(two.put("b", {"form": "point"})) == {"b"}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"answers": {"a": 3}, "emptied": 0}', '{"answers": 1, "emptied": 0}', "\0\0"])
def test_a_broken_file_is_set_aside_with_one_sentence(tmp_path, text):
    path = tmp_path / "x-progress.json"
    path.write_text(text)
    store = Store("x", tmp_path)
    assert store.load() == {}
    assert store.note.count(".") >= 1 and "damaged" in store.note and "\n" not in store.note
    aside = [file for file in tmp_path.iterdir() if file.name.startswith("broken-")]
    assert [file.read_text() for file in aside] == [text]
    assert aside[0].name.endswith("-progress.json")
    store.put("a", {"form": "floor"})
    assert set(json.loads(path.read_text())["answers"]) == {"a"}


def test_a_folder_that_cannot_be_written_to(tmp_path):
    store = Store("x", tmp_path / "missing")
    assert store.load() == {}
    assert set(store.put("a", {"form": "floor"})) == {"a"}
    assert "could not be saved" in store.note


def test_the_lock_of_a_dead_kernel_holds_nobody_up(tmp_path):
    lock = tmp_path / ".x-progress.json.lock"
    lock.touch()
    os.utime(lock, (0, lock.stat().st_mtime - 2 * STALE_SECONDS))
    Store("x", tmp_path).put("a", {"form": "floor"})
    assert not lock.exists()
    assert set(Store("x", tmp_path).load()) == {"a"}
