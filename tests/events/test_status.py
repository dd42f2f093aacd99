"""Did it happen, and which word says so."""

from __future__ import annotations

import pytest

from nlp import document


@pytest.mark.parametrize(
    ("text", "status", "cue"),
    [
        pytest.param("Россия и Китай подписали договор.", "actual", None, id="plain"),
        pytest.param("Россия и Китай не подписали договор.", "negated", "не", id="denied"),
        pytest.param("Россия и Китай готовы подписать договор.", "possible", "готовы", id="ready"),
        pytest.param("Россия и Китай могут подписать договор.", "possible", "могут", id="can"),
        pytest.param("Россия и Китай подпишут договор.", "planned", "подпишут", id="future"),
        pytest.param("Россия и Китай отказались подписать договор.", "negated", "отказались", id="refused"),
        pytest.param("Стороны обсудили ранее подписанный договор России и Китая.", "actual", None, id="before"),
        pytest.param("Министр должен был подписать договор с Китаем.", "planned", "должен", id="was to"),
        pytest.param("Россия хочет подписать договор с Китаем.", "planned", "хочет", id="wish"),
        pytest.param("Если Россия и Китай подпишут договор, пошлины снизят.", "possible", "Если", id="condition"),
        pytest.param("Якобы Россия и Китай подписали договор.", "possible", "Якобы", id="hearsay"),
        pytest.param("МИД опроверг подписание договора с Китаем.", "negated", "опроверг", id="denial of a report"),
        pytest.param("Подписание договора с Китаем отменили.", "negated", "отменили", id="cancelled"),
        pytest.param("Подписание договора с Китаем отложили.", "planned", "отложили", id="put off"),
        pytest.param("Стороны начали переговоры с Китаем.", "actual", None, id="begun"),
        pytest.param("Предстоящий визит президента в Китай готовят.", "planned", "Предстоящий", id="coming"),
    ],
)
def test_status_and_its_cue(pipeline, text: str, status: str, cue: str | None) -> None:
    doc = pipeline(text)
    [event] = [each for each in doc._.events if each.type in ("agreement", "meeting", "visit")][:1]
    told = [(span.text, span.label_) for span in doc.spans[document.CUES] if span.id_ == event.id]
    assert (event.status, told) == (status, [(cue, status)] if cue else [])
