"""Ray: the same tables as from processes, also when a worker is killed on the way."""

import warnings

import pytest

from nlp.archive.annotate import Limits, annotate
from nlp.archive.job import job
from nlp.archive.processes import Setup
from nlp.archive.source import WalkOptions
from tests.archive.archives import tables, texts

pytest.importorskip("ray", reason="Ray comes with letopis[ray]")
SMALL = {"num_cpus": 2, "object_store_memory": 80 << 20, "include_dashboard": False}


@pytest.mark.filterwarnings("ignore")
def test_a_killed_worker_changes_nothing(tmp_path):
    from nlp.archive.cluster import Cluster

    folder = texts(tmp_path / "in", 40)
    asked = job((str(folder),), WalkOptions())
    here = list(annotate(asked, tmp_path / "here", Limits(workers=1)))[-1]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        crew = Murderous(Cluster(Setup(asked.model, asked.options), None, **SMALL))
        there = list(annotate(asked, tmp_path / "there", Limits(workers=2), crew))[-1]
    assert crew.killed
    assert here.total == there.total
    assert tables(tmp_path / "there") == tables(tmp_path / "here")


class Murderous:
    """Kills the first worker as soon as it has turned to its third document."""

    def __init__(self, crew):
        self.crew = crew
        self.room, self.hire, self.close = crew.room, crew.hire, crew.close
        self.killed = False

    def wait(self, workers, seconds):
        for worker, event in self.crew.wait(workers, seconds):
            if not self.killed and getattr(event, "index", 0) == 2:
                self.crew.ray.kill(worker.actor)
                self.killed = True
            yield worker, event
