"""One Russian text in every format that is read, each file made here by the format's own library or by hand."""

import gzip
import io
import json
import tarfile
import zipfile
from email.message import EmailMessage

TITLE = "Министр связи посетил Карамай"
FIRST = "Министр связи Павел Ткач 17 июня 2025 года прибыл в Карамай и встретился с мэром города."
SECOND = "Стороны подписали меморандум о сотрудничестве в области цифровой экономики и электронной торговли."
TEXT = f"{FIRST}\n\n{SECOND}"
DAY = "2025-06-17"


def html(text: str = TEXT, title: str = TITLE, day: str = DAY, encoding: str = "utf-8") -> bytes:
    """A page with a menu, a date in its metadata and an advertisement."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
    return (
        f'<!DOCTYPE html><html lang="ru"><head><meta charset="{encoding}"><title>{title}</title>'
        f'<meta property="article:published_time" content="{day}T10:00:00+03:00">'
        f'<meta property="og:title" content="{title}"></head>'
        "<body><nav><ul><li><a href='/'>Главная</a></li><li><a href='/news'>Новости</a></li></ul></nav>"
        f"<article><h1>{title}</h1>{body}</article><footer><a href='/ads'>Реклама на сайте</a></footer></body></html>"
    ).encode(encoding)


def docx(text: str = TEXT) -> bytes:
    """A Word document with a title and a day in its properties, and a table."""
    from datetime import UTC, datetime

    from docx import Document

    document, out = Document(), io.BytesIO()
    for paragraph in text.split("\n\n"):
        document.add_paragraph(paragraph)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Министр", "Павел Ткач"
    document.core_properties.title = TITLE
    document.core_properties.created = datetime(2025, 6, 17, 10, tzinfo=UTC)
    document.save(out)
    return out.getvalue()


def odt(text: str = TEXT) -> bytes:
    """An OpenDocument text."""
    from datetime import datetime

    from odfdo import Document, Header, Paragraph

    document, out = Document("text"), io.BytesIO()
    document.body.clear()
    document.body.append(Header(1, TITLE))
    for paragraph in text.split("\n\n"):
        document.body.append(Paragraph(paragraph))
    document.meta.title = TITLE
    document.meta.creation_date = datetime(2025, 6, 17, 10)  # noqa: DTZ001  the format knows no zone
    document.save(out)
    return out.getvalue()


def rtf(text: str = TEXT) -> bytes:
    """Rich text in cp1251, as Word writes it."""

    def escaped(words: str) -> str:
        return "".join(sign if sign.isascii() else f"\\'{sign.encode('cp1251')[0]:02x}" for sign in words)

    body = "\\par\\par\n".join(escaped(paragraph) for paragraph in text.split("\n\n"))
    info = f"{{\\info{{\\title {escaped(TITLE)}}}{{\\creatim\\yr2025\\mo6\\dy17\\hr10\\min0}}}}"
    fonts = "{\\fonttbl{\\f0\\fnil\\fcharset204 Arial;}}"
    return f"{{\\rtf1\\ansi\\ansicpg1251\\deff0{fonts}{info}\\f0\\fs24 {body}\\par}}".encode("ascii")


def pdf(text: str = TEXT, *, drawn: bool = True) -> bytes:
    """A PDF whose letters a ToUnicode map tells; `drawn` false leaves the page empty, as a scan is."""
    signs = sorted(set(text) - {"\n"})
    code = {sign: number for number, sign in enumerate(signs, 1)}
    lines = [line for paragraph in text.split("\n\n") for line in wrapped(paragraph)]
    shown = "".join(f"<{''.join(f'{code[sign]:04X}' for sign in line)}> Tj T*\n" for line in lines)
    pairs = "".join(f"<{number:04X}> <{ord(sign):04X}>\n" for sign, number in code.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{len(code)} beginbfchar\n{pairs}endbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    content = f"BT /F1 12 Tf 14 TL 50 780 Td\n{shown}ET" if drawn else "0 0 100 100 re f"
    title = TITLE.encode("utf-16").hex()
    font, system = "/Type /Font /BaseFont /X", "/Registry (Adobe) /Ordering (Identity) /Supplement 0"
    return assembled(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
            "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
            f"<< {font} /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
            f"<< {font} /Subtype /CIDFontType2 /CIDSystemInfo << {system} >> /DW 500 >>",
            f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
            f"<< /Title <{title}> /CreationDate (D:20250617100000+03'00') >>",
        ]
    )


def wrapped(paragraph: str) -> list[str]:
    """Lines of at most 60 characters."""
    from textwrap import wrap

    return wrap(paragraph, 60)


def assembled(objects: list[str]) -> bytes:
    """Objects of a PDF with their table; the first is the root, the last the information."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return out + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    ).encode("latin-1")


def letter(text: str = TEXT, charset: str = "koi8-r", attached: tuple[tuple[str, bytes], ...] = ()) -> bytes:
    """A letter with its subject encoded and a body in an old page."""
    message = EmailMessage()
    message["From"], message["To"] = "Пресс-служба <press@example.by>", "news@example.by"
    message["Subject"], message["Date"] = TITLE, "Tue, 17 Jun 2025 10:00:00 +0300"
    message["Message-ID"] = "<1@example.by>"
    message.set_content(text, charset=charset)
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def mbox(*texts: str) -> bytes:
    """A mailbox; a line that begins with «From » is quoted."""
    return b"".join(b"From press@example.by Tue Jun 17 10:00:00 2025\n" + letter(text) + b"\n" for text in texts)


def warc(*pages: tuple[str, str, bytes], gzipped: bool = False) -> bytes:
    """What a crawler kept: a note of its own, then answers, each an address, a media type and a body."""
    records = [warc_record("warcinfo", "", "application/warc-fields", b"software: crawler\r\n")]
    for address, media, body in pages:
        answer = f"HTTP/1.0 200 OK\r\nContent-Type: {media}\r\n\r\n".encode() + body
        records.append(warc_record("response", address, "application/http; msgtype=response", answer))
    return b"".join(gzip.compress(record) if gzipped else record for record in records)


def warc_record(kind: str, address: str, media: str, block: bytes) -> bytes:
    """One record as ISO 28500 writes it."""
    target = f"WARC-Target-URI: {address}\r\n" if address else ""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}WARC-Date: 2025-06-17T10:00:00Z\r\n"
    return f"{head}Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def rows() -> list[dict[str, str]]:
    """Two rows of a table."""
    return [
        {"id": "7", "date": DAY, "title": TITLE, "text": FIRST, "section": "Связь"},
        {"id": "8", "date": "18.06.2025 14:10", "title": "Итоги", "text": SECOND, "section": "Экономика"},
    ]


def csv(delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """The rows as a table of text."""
    import csv as module

    out = io.StringIO(newline="")
    writer = module.DictWriter(out, list(rows()[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows())
    return out.getvalue().encode(encoding)


def jsonl(encoding: str = "utf-8") -> bytes:
    """The rows as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows()).encode(encoding)


def parquet() -> bytes:
    """The rows as Parquet."""
    import pyarrow as pa
    from pyarrow import parquet as module

    out = io.BytesIO()
    module.write_table(pa.Table.from_pylist(rows()), out)
    return out.getvalue()


def zipped(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w") -> bytes:
    """A tar of files: "w", "w:gz", "w:bz2", "w:xz"."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def seven(members: dict[str, bytes], password: str | None = None) -> bytes:
    """A 7z of files."""
    from py7zr import SevenZipFile

    out = io.BytesIO()
    with SevenZipFile(out, "w", password=password) as archive:
        for name, data in members.items():
            archive.writef(io.BytesIO(data), name)
    return out.getvalue()


def zstd(data: bytes) -> bytes:
    """Compressed by zstd."""
    from backports import zstd as module

    return module.compress(data)
