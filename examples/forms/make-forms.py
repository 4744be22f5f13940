#!/usr/bin/env python3
"""Makes the Office files beside it: invented content in forms as people fill them in, always the same
bytes. Needs Python 3 and nothing else."""
import io
import struct
import zipfile
import zlib
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


ENDINGS = {
    "png": "image/png",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}


def save(name, parts):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as file:
        for part, text in parts.items():
            entry = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, text if isinstance(text, bytes) else HEAD + text)


def relations(*targets):
    links = "".join(f'<Relationship Id="rId{i + 1}" Type="{OFFICE}/{kind}" Target="{target}"/>'
                    for i, (kind, target) in enumerate(targets))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def types(overrides):
    parts = "".join(f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'
                    for part, kind in overrides.items())
    return (f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
            f'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{parts}</Types>')


# ---- documents ----

def paragraph(text, style=""):
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(rows):
    lines = []
    for row in rows:
        cells = "".join(f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>" for cell in row)
        lines.append(f"<w:tr>{cells}</w:tr>")
    edges = "".join(f'<w:{edge} w:val="single" w:sz="4"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return f'<w:tbl><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr>{"".join(lines)}</w:tbl>'


def document(name, blocks):
    styles = "".join(f'<w:style w:type="paragraph" w:styleId="Heading{i}"><w:name w:val="heading {i}"/>'
                     f'<w:pPr><w:outlineLvl w:val="{i - 1}"/></w:pPr></w:style>' for i in (1, 2, 3))
    save(name, {
        "[Content_Types].xml": types({"word/document.xml": "wordprocessingml.document.main",
                                      "word/styles.xml": "wordprocessingml.styles"}),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(("styles", "styles.xml")),
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{"".join(blocks)}</w:body></w:document>'})


def sla_table():
    document("sla-table.docx", [
        paragraph("Attachment B: service levels", "Heading1"),
        paragraph("The provider meets these service levels."),
        table([
            ["Metric", "Definition", "Target", "Reported", "Responsible", "Remarks"],
            ["Service desk", "", "", "", "", ""],
            ["Calls answered", "Calls to the service desk answered within 30 seconds of the call", "≥ 80%", "Monthly", "Provider", "Peak hours too"],
            ["E-mails answered", "E-mails answered within 1 business day of receipt", "95 %", "Monthly", "Service desk", ""],
            ["Incident resolution time", "", "4 hours", "Monthly", "Provider", ""],
            ["Portal availability", "The portal can be used", "99.9%", "Monthly", "Provider", "Without planned maintenance"],
            ["Payroll", "", "", "", "", ""],
            ["Payroll accuracy", "Percentage of payments that are correct", "99.8", "Quarterly", "Provider", ""],
            ["Approvals", "Timesheets approved within 2 workdays of submission", "98%", "Monthly", "Customer", ""],
            ["Requests open", "", "TBD", "Twice a year", "Provider", ""]])])


def conops():
    document("conops.docx", [
        paragraph("Bureau of Examples"),
        paragraph("Overview", "Heading1"),
        paragraph("The bureau buys accounts payable as a service; acceptance and approval stay in the bureau."),
        paragraph("Solution Concept of Operations", "Heading1"),
        paragraph("Proposed Solution Summary", "Heading2"),
        paragraph("The provider receives, enters and pays invoices in its core financial system."),
        paragraph("Major Processes and Functions", "Heading2"),
        table([["Process", "Description", "Business value"],
               ["Invoice to payment", "From receipt to disbursement", "Vendors are paid on time"],
               ["Vendor questions", "Where is my invoice?", "Fewer calls to the bureau"]]),
        paragraph("Users and Other Stakeholders", "Heading2"),
        paragraph("<< Identify and describe the user classes and stakeholders. >>"),
        paragraph("Policies, Assumptions, and Constraints", "Heading2"),
        paragraph("Prompt payment rules (5 CFR 1315) apply. Volume is about 5,000 invoices a month."),
        paragraph("Software as a Service", "Heading3"),
        paragraph("The invoice portal is available 98 % of service hours."),
        paragraph("Sample Operational Scenarios", "Heading1"),
        paragraph("An improper invoice is returned to its vendor within seven days.")])


def governance():
    document("governance.docx", [
        paragraph("[Name of Customer Agency]"),
        paragraph("Governance plan for [Program Name]"),
        paragraph("Purpose", "Heading1"),
        paragraph("<<Describe the purpose of the plan.>>"),
        paragraph("Governance Body (Or Bodies)", "Heading1"),
        paragraph("Composition", "Heading2"),
        paragraph("<<List leadership and membership.>>"),
        table([["Title and Office Represented", "Voting Member (Yes or No)"], ["", ""], ["", ""]]),
        paragraph("Operations", "Heading2"),
        paragraph("<<Define when the body meets.>>"),
        paragraph("Decision Rights and Escalation Criteria", "Heading3"),
        paragraph("<<Describe who decides what.>>"),
        paragraph("Voting Mechanisms", "Heading3"),
        paragraph("<<Describe how votes are taken.>>"),
        paragraph("Appendix B: Key Terms", "Heading1"),
        table([["Term", "Definition"], ["<<Term>>", "<<Definition>>"]])])


def interagency():
    document("interagency-terms.docx", [
        paragraph("Interagency agreement: terms and conditions", "Heading1"),
        paragraph("The parties work as partners, decide in time and keep the scope that was agreed.")])


# ---- slides ----

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
GROUP = ('<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
         '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>')
COLORS = {"B": "002776", "P": "7030A0"}


def place(x, y, wide, high, prefix):
    return f'<{prefix}:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></{prefix}:xfrm>'


def slide_title(text):
    return ('<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>'
            + place(457200, 228600, 11277600, 600000, "a") + '</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r>'
            f'<a:rPr lang="en-US" sz="2400" b="1"/><a:t>{escape(text)}</a:t></a:r></a:p></p:txBody></p:sp>')


def slide_table(number, name, y, widths, rows):
    lines = ""
    for i, row in enumerate(rows):
        cells = ""
        for text in row:
            bold = ' b="1"' if i == 0 else ""
            run = f'<a:r><a:rPr lang="en-US" sz="1000"{bold}/><a:t>{escape(text)}</a:t></a:r>' if text else '<a:endParaRPr lang="en-US" sz="1000"/>'
            fill = f'<a:solidFill><a:srgbClr val="{COLORS[text]}"/></a:solidFill>' if text in COLORS else "<a:noFill/>"
            cells += f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p>{run}</a:p></a:txBody><a:tcPr>{fill}</a:tcPr></a:tc>'
        lines += f'<a:tr h="300000">{cells}</a:tr>'
    grid = "".join(f'<a:gridCol w="{w}"/>' for w in widths)
    return (f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{name}" descr="{name}"/><p:cNvGraphicFramePr/><p:nvPr/>'
            f'</p:nvGraphicFramePr>{place(457200, y, sum(widths), 300000 * len(rows), "p")}<a:graphic><a:graphicData uri="{A[:-5]}/table">'
            f'<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>{grid}</a:tblGrid>{lines}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>')


def slides(name, pages, beside={}, more=()):
    root = f'xmlns:a="{A}" xmlns:r="{OFFICE}" xmlns:p="{P}"'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = '<a:ln><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    colors = "".join(f'<a:{c}><a:srgbClr val="{v}"/></a:{c}>' for c, v in [
        ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "1F3864"), ("lt2", "EEEEEE"), ("accent1", "1F3864"), ("accent2", "2E8540"),
        ("accent3", "808080"), ("accent4", "E5A000"), ("accent5", "C3362B"), ("accent6", "7A4CA0"), ("hlink", "0000FF"), ("folHlink", "800080")])
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    tree = f'<p:cSld><p:spTree>{GROUP}</p:spTree></p:cSld>'
    n = len(pages)
    parts = {
        "[Content_Types].xml": types({
            "ppt/presentation.xml": "presentationml.presentation.main", "ppt/slideMasters/slideMaster1.xml": "presentationml.slideMaster",
            "ppt/slideLayouts/slideLayout1.xml": "presentationml.slideLayout", "ppt/theme/theme1.xml": "theme"}
            | {f"ppt/slides/slide{i + 1}.xml": "presentationml.slide" for i in range(n)}),
        "_rels/.rels": relations(("officeDocument", "ppt/presentation.xml")),
        "ppt/_rels/presentation.xml.rels": relations(
            ("slideMaster", "slideMasters/slideMaster1.xml"), *[("slide", f"slides/slide{i + 1}.xml") for i in range(n)]),
        "ppt/presentation.xml": f'<p:presentation {root}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
            '<p:sldIdLst>' + "".join(f'<p:sldId id="{256 + i}" r:id="rId{i + 2}"/>' for i in range(n))
            + '</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>',
        "ppt/slideMasters/slideMaster1.xml": f'<p:sldMaster {root}>{tree}<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" '
            + " ".join(f'accent{i}="accent{i}"' for i in range(1, 7)) + ' hlink="hlink" folHlink="folHlink"/>'
            '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>',
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")),
        "ppt/slideLayouts/slideLayout1.xml": f'<p:sldLayout {root} type="titleOnly">{tree}</p:sldLayout>',
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": relations(("slideMaster", "../slideMasters/slideMaster1.xml")),
        "ppt/theme/theme1.xml": f'<a:theme xmlns:a="{A}" name="Plain"><a:themeElements><a:clrScheme name="Plain">{colors}</a:clrScheme>'
            f'<a:fontScheme name="Plain"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
            f'<a:fmtScheme name="Plain"><a:fillStyleLst>{fill}</a:fillStyleLst><a:lnStyleLst>{line}</a:lnStyleLst><a:effectStyleLst>'
            + '<a:effectStyle><a:effectLst/></a:effectStyle>' * 3 + f'</a:effectStyleLst><a:bgFillStyleLst>{fill}</a:bgFillStyleLst>'
            '</a:fmtScheme></a:themeElements></a:theme>'}
    for i, shapes in enumerate(pages):
        parts[f"ppt/slides/slide{i + 1}.xml"] = f'<p:sld {root}><p:cSld><p:spTree>{GROUP}{"".join(shapes)}</p:spTree></p:cSld></p:sld>'
        parts[f"ppt/slides/_rels/slide{i + 1}.xml.rels"] = relations(("slideLayout", "../slideLayouts/slideLayout1.xml"), *more)
    for part in beside:
        ending = part[part.rindex(".") + 1:]
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
            "<Override", f'<Default Extension="{ending}" ContentType="{ENDINGS[ending]}"/><Override', 1)
    save(name, parts | beside)


def status():
    free = ["", "", "", "", "", "", ""]
    slides("status.pptx", [
        [slide_title("Activities of the next 45 days (as of xx/xx/xx)"),
         slide_table(3, "Major activities", 1000000, [1000000, 3200000, 1800000, 1400000, 1200000, 800000, 1900000], [
             ["IMS", "Activities", "Owner", "Projected Finish", "Actual Finish", "Status", "Notes"],
             ["", "List major activities", "Name the owner", "", "", "B", ""], ["", "", "", "", "", "P", ""], free, free]),
         slide_table(4, "Major milestones", 3600000, [1000000, 3200000, 1800000, 1400000, 1200000, 800000, 1900000], [
             ["IMS", "Milestones", "Owner", "Projected Finish", "Actual Finish", "Status", "Notes"],
             ["", "Our own milestone", "Us", "", "", "P", ""], free, free, free])],
        [slide_title("Status (as of xx/xx/xx)"),
         slide_table(3, "Accomplishments", 1000000, [5650000, 5650000], [
             ["Key Recent Accomplishments", "Key Upcoming Activities"], ["List key accomplishments.", "List key upcoming activities."]]),
         slide_table(4, "Risks and issues", 4000000, [500000, 5400000, 5400000], [
             ["", "Risk/Issue", "Mitigation/Response"], ["1", "", ""], ["2", "", ""], ["3", "", ""]])]])


def white(wide, high):
    """A white picture, as long as nobody has drawn the table."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress((b"\0" + b"\xff" * wide) * high, 9)) + chunk(b"IEND", b""))


def success_metrics():
    asks, median = "<<your agency data here>>", "<<include the median here>>"
    embedded = io.BytesIO()
    document(embedded, [table([
        ["", "Sample success metrics", "Baseline metric", "Target metric", "Government-wide median"],
        ["Financial management", "Interest paid - efficiency metric", asks, asks, median],
        ["", "Cost per invoice - efficiency metric", asks, asks, median],
        ["", "Vendors satisfied - quality metric", "61%", asks, median]])])
    frame = ('<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name="Success metrics" descr="A table of success metrics"/>'
             '<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="762000" y="1200000"/><a:ext cx="10668000" cy="3200400"/>'
             '</p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/presentationml/2006/ole">'
             '<p:oleObj name="Document" r:id="rId2" imgW="10668000" imgH="3200400" progId="Word.Document.12"><p:embed/><p:pic><p:nvPicPr>'
             '<p:cNvPr id="0" name=""/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId3"/><a:stretch><a:fillRect/></a:stretch>'
             '</p:blipFill><p:spPr><a:xfrm><a:off x="762000" y="1200000"/><a:ext cx="10668000" cy="3200400"/></a:xfrm>'
             '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic></p:oleObj></a:graphicData></a:graphic></p:graphicFrame>')
    slides("success-metrics.pptx", [[slide_title("Baseline and target success metrics"), frame]],
           {"ppt/embeddings/document1.docx": embedded.getvalue(), "ppt/media/image1.png": white(40, 12)},
           [("package", "../embeddings/document1.docx"), ("image", "../media/image1.png")])


# ---- workbooks ----

def cell(column, row, value):
    name = f"{chr(65 + column)}{row}"
    if value == "":
        return ""
    if isinstance(value, (int, float)):
        return f'<c r="{name}"><v>{value}</v></c>'
    return f'<c r="{name}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def workbook(name, sheets):
    parts = {"[Content_Types].xml": types(
        {"xl/workbook.xml": "spreadsheetml.sheet.main", "xl/styles.xml": "spreadsheetml.styles"}
        | {f"xl/worksheets/sheet{i + 1}.xml": "spreadsheetml.worksheet" for i in range(len(sheets))}),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": relations(
            *[("worksheet", f"worksheets/sheet{i + 1}.xml") for i in range(len(sheets))], ("styles", "styles.xml")),
        "xl/styles.xml": f'<styleSheet xmlns="{SHEETS}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
                         f'<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
                         f'<cellXfs count="1"><xf/></cellXfs></styleSheet>'}
    tabs = ""
    for i, (tab, widths, rows) in enumerate(sheets):
        lines = "".join(f'<row r="{r + 1}">{"".join(cell(c, r + 1, v) for c, v in enumerate(row))}</row>'
                        for r, row in enumerate(rows))
        cols = "".join(f'<col min="{c + 1}" max="{c + 1}" width="{w}" customWidth="1"/>' for c, w in enumerate(widths))
        parts[f"xl/worksheets/sheet{i + 1}.xml"] = (
            f'<worksheet xmlns="{SHEETS}"><cols>{cols}</cols><sheetData>{lines}</sheetData></worksheet>')
        tabs += f'<sheet name="{escape(tab)}" sheetId="{i + 1}" r:id="rId{i + 1}"/>'
    parts["xl/workbook.xml"] = f'<workbook xmlns="{SHEETS}" xmlns:r="{OFFICE}"><sheets>{tabs}</sheets></workbook>'
    save(name, parts)


def responsibilities():
    workbook("responsibilities.xlsx", [("RACI", [24, 42, 12, 12, 12, 12, 12, 30], [
        ["Accounts payable: who does what"],
        ["", "", "Customer", "", "Provider", "", "Treasury"],
        ["Process", "Activity", "Business owner", "Functional lead", "Program manager", "AP technician", "Treasury", "Remarks"],
        ["Invoice to payment", "Receive the invoice and check that it is proper", "", "I", "A", "R"],
        ["", "Enter the invoice", "", "", "A", "R", "", "within two workdays"],
        ["", "Approve the invoice", "A", "R", "", "C"],
        ["", "Schedule the payment", "", "I", "A", "R", "C"],
        ["", "Disburse", "", "", "", "", "R"],
        ["Vendor questions", "Answer the vendor", "", "A/R", "", "R"],
        ["", "Settle what is in dispute", "A", "x", "A", "R"]])])


if __name__ == "__main__":
    sla_table()
    conops()
    responsibilities()
    governance()
    interagency()
    status()
    success_metrics()
