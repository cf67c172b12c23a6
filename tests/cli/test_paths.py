"""Where things are kept, the time zone, and the ids of new cases."""

import sys

import pytest

from lenovo_desk.cli.paths import data_folder, local_zone, new_case_id
from lenovo_desk.store.disk.layout import checked_case_id


def test_the_data_folder_is_given_named_or_the_platforms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", "/home/ana")
    monkeypatch.delenv("LENOVO_DESK_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert data_folder() == "/home/ana/.local/share/lenovo-desk"
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert data_folder() == "/data/lenovo-desk"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert data_folder() == "/home/ana/Library/Application Support/Lenovo Desk"
    monkeypatch.setenv("LENOVO_DESK_DATA", "~/desk")
    assert data_folder() == "/home/ana/desk"
    assert data_folder("/given") == "/given"


def test_the_zone_is_named_by_tz_or_by_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    for named in ("Europe/Paris", ":Europe/Paris", "/usr/share/zoneinfo/Europe/Paris", "UTC"):
        monkeypatch.setenv("TZ", named)
        assert local_zone() == named.rpartition("zoneinfo/")[2].removeprefix(":")
    monkeypatch.setenv("TZ", "CET-1CEST")
    assert local_zone() != "CET-1CEST"


def test_case_ids_sort_by_time_and_are_file_names() -> None:
    ids = [new_case_id(1795312800.0 + 60 * n) for n in range(50)]
    assert ids == sorted(ids)
    assert ids[0].startswith("20261122-020000-")
    assert all(checked_case_id(one) == one == one.lower() for one in ids)
    assert len({new_case_id(0.0) for _ in range(200)}) == 200
