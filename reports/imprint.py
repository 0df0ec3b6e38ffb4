"""What a document says of itself: title, author, subject, language and day, in both places where a PDF keeps them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from html import escape

from reports.catalogue import LANGUAGE
from reports.pdf_objects import PdfObjects, text_string

_PROGRAM = "Rapport"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
<pdf:Producer>{program}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

_TEXTS = re.compile(r">([^<]+)<|=\"([^\"]*)\"")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the file says of itself. No clock: the same brief has the same bytes."""

    title: str
    author: str
    subject: str
    as_of: date
    """The day of the evidence, not of the printing."""
    language: str = LANGUAGE


def add_imprint(objects: PdfObjects, imprint: Imprint) -> tuple[int, int]:
    """Return the object numbers of the information dictionary and of the XMP packet."""
    moment = text_string(f"D:{imprint.as_of:%Y%m%d}000000Z")
    program = text_string(_PROGRAM)
    info = objects.add(
        f"<</Title{text_string(imprint.title)}/Author{text_string(imprint.author)}"
        f"/Subject{text_string(imprint.subject)}/Creator{program}/Producer{program}"
        f"/CreationDate{moment}/ModDate{moment}>>"
    )
    packet = _packet(imprint).encode("utf-8", "replace")
    return info, objects.add_stream("/Type/Metadata/Subtype/XML", packet, readable=True)


def packet_texts(imprint: Imprint) -> frozenset[str]:
    """Return every text and value of the XMP packet as it stands there, escaped."""
    return frozenset(words for found in _TEXTS.findall(_packet(imprint)) for words in found if words.strip())


def _packet(imprint: Imprint) -> str:
    return _PACKET.format(
        title=escape(imprint.title, quote=False),
        author=escape(imprint.author, quote=False),
        subject=escape(imprint.subject, quote=False),
        language=escape(imprint.language, quote=False),
        program=_PROGRAM,
        day=imprint.as_of.isoformat(),
    )
