"""Inline drawings of a run: the WordprocessingML frame around a picture or a chart part.

In: the relationship id of the part, its name, alternative text and size in EMU. Out: the `<w:drawing>` element as a
string. The document must declare the prefixes `w`, `wp` and `r`; `a`, `pic` and `c` are declared where they are used.
"""

from __future__ import annotations

from generator.writers.xml_text import escape

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

EMU_PER_POINT = 12700


def inline_drawing(graphic: str, drawing_id: int, name: str, alt: str, width_emu: int, height_emu: int) -> str:
    """An inline frame around `graphic`, the content of `a:graphic`. `drawing_id` is unique in the document."""
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width_emu}" cy="{height_emu}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{drawing_id}" name="{escape(name)}" descr="{escape(alt)}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{A}">{graphic}</a:graphic></wp:inline></w:drawing>'
    )


def picture_drawing(rid: str, drawing_id: int, name: str, alt: str, width_emu: int, height_emu: int) -> str:
    """The drawing of the picture part behind relationship `rid` (EMF, PNG or JPEG)."""
    picture = (
        f'<a:graphicData uri="{PIC}"><pic:pic xmlns:pic="{PIC}">'
        f'<pic:nvPicPr><pic:cNvPr id="{drawing_id}" name="{escape(name)}" descr="{escape(alt)}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{escape(rid)}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width_emu}" cy="{height_emu}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    )
    return inline_drawing(picture, drawing_id, name, alt, width_emu, height_emu)
