"""Files that are not what they should be."""

import io
import struct
import zipfile
import zlib

import xlsxwriter

from tests.roster.readers.workbooks import person, roster, xls, xlsx

GOOD = xlsx(roster(person()))
GOOD_XLS = xls(roster(person()))

PICTURES = {
    "PNG": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "JPEG": b"\xff\xd8\xff\xe0" + bytes(200),
    "GIF": b"GIF89a" + bytes(200),
    "BMP": b"BM" + struct.pack("<I", 300) + bytes(4) + bytes(300),
    "WebP": b"RIFF\x00\x01\x00\x00WEBPVP8 " + bytes(200),
    "HEIC": b"\x00\x00\x00\x18ftypheic" + bytes(200),
    "TIFF": b"II*\x00" + bytes(200),
}


def zip_of(parts: dict[str, bytes]) -> bytes:
    """A zip with these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return file.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def with_sheet(xml: bytes) -> bytes:
    """A sound workbook whose sheet is replaced by other XML."""
    return zip_of({**parts_of(GOOD), "xl/worksheets/sheet1.xml": xml})


def with_cells(cells: str, *, head: str = "<worksheet xmlns='x'>") -> bytes:
    """A sound workbook whose sheet holds other rows."""
    xml = f"{head}<sheetData>{cells}</sheetData></worksheet>"
    xml = xml.replace("'x'", '"http://schemas.openxmlformats.org/spreadsheetml/2006/main"')
    return with_sheet(xml.encode())


def bomb(megabytes: int) -> bytes:
    """A workbook with a part that unpacks to so many megabytes of rows.

    A megabyte is packed once and then repeated: packing them all would take seconds.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(b"<row />\n" * 131_072) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = block * megabytes + b"\x03\x00"
    name = b"xl/worksheets/bomb.xml"
    size = megabytes * 1024 * 1024
    fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, 0, len(packed), size, len(name), 0)
    directory = GOOD.rfind(b"PK\x05\x06")
    count, length, start = struct.unpack_from("<HII", GOOD, directory + 10)
    entries = GOOD[start : start + length]
    entries += b"PK\x01\x02\x14\x00" + fields + struct.pack("<HHHII", 0, 0, 0, 0, start) + name
    body = GOOD[:start] + b"PK\x03\x04" + fields + name + packed
    end = struct.pack("<HHHHIIH", 0, 0, count + 1, count + 1, len(entries), len(body), 0)
    return body + entries + b"PK\x05\x06" + end


def lying_bomb(megabytes: int) -> bytes:
    """The same, with a directory that claims a thousand bytes."""
    content = bytearray(bomb(megabytes))
    at = content.rfind(b"PK\x01\x02")
    struct.pack_into("<I", content, at + 24, 1000)
    return bytes(content)


def encrypted_zip() -> bytes:
    """A zip whose entries claim to be encrypted."""
    content = bytearray(GOOD)
    at = content.find(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


def chart_only() -> bytes:
    """A workbook whose only sheet is a chart."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("data")
    sheet.write(0, 0, 1)
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "=data!$A$1:$A$1"})
    book.add_chartsheet("图表").set_chart(chart)
    book.close()
    parts = parts_of(file.getvalue())
    data = b'<sheet name="data" sheetId="1" r:id="rId1"/>'
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(data, b"")
    return zip_of(parts)


def compound(*names: str) -> bytes:
    """A compound file with empty streams of these names."""
    sector = 512
    directory = b""
    for at, name in enumerate(("Root Entry", *names)):
        raw = name.encode("utf-16-le")
        entry = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw) + 2, 5 if at == 0 else 2, 1)
        entry += struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, 1 if at == 0 else 0xFFFFFFFF)
        entry += bytes(36) + struct.pack("<IQ", 0xFFFFFFFE, 0)
        directory += entry
    directory = directory.ljust(sector, b"\0")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<I", 0) + b"\xff" * (4 * 108)
    fat = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE).ljust(sector, b"\xff")
    return header + fat + directory


def xls_records(*records: tuple[int, bytes]) -> bytes:
    """The records of an .xls stream."""
    return b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in records)
