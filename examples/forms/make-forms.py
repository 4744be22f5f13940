#!/usr/bin/env python3
"""Makes the Office files beside it: invented content in forms as people fill them in, always the same
bytes. Needs Python 3 and nothing else."""
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def save(name, parts):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as file:
        for part, text in parts.items():
            entry = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, HEAD + text)


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
