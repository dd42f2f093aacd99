"""Annotation of purchases, made of parts, and a model that was taught on it."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

WHO = ("Администрация Тулы", "Больница № 3", "Завод «Вектор»", "Министерство связи", "Школа № 12", "Комитет по спорту")
ACT = ("объявила", "готовит", "провела", "отменила", "начнёт", "завершает")
KIND = ("закупку", "тендер на поставку", "аукцион на ремонт", "конкурс на аренду")
WHAT = ("серверов", "мебели", "автобусов", "дорог", "учебников", "топлива", "лекарств", "насосов", "кабеля")
BEFORE = ("Погода испортилась", "Врачи встретились с пациентами", "В музее открыли зал", "Команда выиграла матч")
AFTER = ("Об этом сообщили", "Итоги станут известны позже", "Торги пройдут осенью", "Жители довольны", "Срок — май")
LABEL = "ЗАКУПКА"


def written(number: int) -> list[dict]:
    """«Команда выиграла матч. Завод «Вектор» готовит [тендер на поставку мебели]. Жители довольны.»"""
    chance = random.Random(5)
    found = []
    for _ in range(number):
        before, who, act, kind, what, after = map(chance.choice, (BEFORE, WHO, ACT, KIND, WHAT, AFTER))
        start = f"{before}. {who} {act} "
        end = f"{start}{kind} {what}"
        found.append({"text": f"{end}. {after}.", "spans": [[len(start), len(end), LABEL]]})
    return found


@pytest.fixture(scope="session")
def purchases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty texts in JSON Lines."""
    path = tmp_path_factory.mktemp("annotation") / "purchases.jsonl"
    path.write_text("".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in written(40)), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def taught(purchases: Path, tmp_path_factory: pytest.TempPathFactory):
    """The folder of the model, and what the training told."""
    pytest.importorskip("torch", reason="torch is the extra «train»")
    pytest.importorskip("onnx", reason="onnx is part of the extra «train»")
    from nlp.training.plan import Asked, Plan
    from nlp.training.train import train

    folder, told = tmp_path_factory.mktemp("taught") / "model", []
    report = train(Asked(purchases, folder, "ru_letopis"), Plan(epochs=15), lambda *each: told.append(each))
    return folder, report, told
