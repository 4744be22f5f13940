#!/usr/bin/env python3
"""Makes the three spreadsheets beside it: invented cases, always the same, with what real exports have
to put up with. Needs Python 3 and nothing else."""
import datetime as dt
import random
import zipfile
from xml.sax.saxutils import escape

HOLIDAYS = {dt.date(2025, 1, 1), dt.date(2025, 1, 20), dt.date(2025, 2, 17), dt.date(2025, 5, 26)}


def workdays(day, number):
    while number > 0:
        day += dt.timedelta(days=1)
        if day.weekday() < 5 and day not in HOLIDAYS:
            number -= 1
    return day


# ---- invoices.xlsx: one row an invoice, dates side by side ----

def invoices():
    draw = random.Random(20250401)
    vendors = ["Acme Janitorial LLC", "Blue Ridge Paper Co.", "Capitol Couriers", "Delmarva Electric",
               "Eastern Data Systems", "Fairfax Office Supply", "Granite Security Inc."]
    rows = []
    for i in range(96):
        received = workdays(dt.date(2025, 1, 2), int(i * 0.62))
        slow = draw.random() < 0.16
        approved = workdays(received, draw.randint(2, 6) + (draw.randint(8, 16) if slow else 0))
        paid = workdays(approved, draw.randint(3, 9))
        rows.append([f"INV-{25001 + i}", draw.choice(vendors), round(draw.uniform(80, 9800), 2),
                     received, approved, paid])
    rows[40][0] = rows[12][0]                       # two vendors, one number
    rows[40][1], rows[12][1] = vendors[0], vendors[3]
    for row in rows:
        if row[5] > dt.date(2025, 4, 4):            # the export was made on 4 April
            row[5] = ""
        if row[4] > dt.date(2025, 4, 4):
            row[4] = ""
    rows[20][4] = "N/A"                             # utilities need no approval
    rows[33][3] = "2/6/2025"                        # typed as text by somebody
    rows[57][5] = "3/21/2025"
    return rows


def cell(column, row, value, style=""):
    name = f"{chr(65 + column)}{row}"
    if isinstance(value, dt.date):
        return f'<c r="{name}" s="1"><v>{(value - dt.date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, float):
        return f'<c r="{name}" s="2"><v>{value}</v></c>'
    if value == "":
        return ""
    return f'<c r="{name}" t="inlineStr"{style}><is><t>{escape(value)}</t></is></c>'


def sheet(lines):
    rows = []
    for number, cells in lines:
        filled = "".join(cell(i, number, value) for i, value in enumerate(cells))
        rows.append(f'<row r="{number}">{filled}</row>')
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
            + "".join(rows) + "</sheetData></worksheet>")


def write_invoices():
    rows = invoices()
    lines = [(1, ["Accounts payable: invoices of fiscal year 2025, second quarter"]),
             (2, ["Shared Services Center, as of 4 April 2025"]),
             (4, ["Invoice No.", "Vendor", "Amount", "Received", "Approved", "Paid"])]
    number = 5
    for i, row in enumerate(rows):
        if i == 60:
            number += 1                             # a blank row
        lines.append((number, row))
        number += 1
    lines.append((number, ["Total", "", round(sum(row[2] for row in rows), 2)]))
    notes = [(1, ["Utilities are paid without approval (N/A)."])]
    parts = {
        "[Content_Types].xml": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
        "_rels/.rels": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Notes" sheetId="1" r:id="rId2"/><sheet name="Invoices" sheetId="2" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": sheet(lines),
        "xl/worksheets/sheet2.xml": sheet(notes),
    }
    with zipfile.ZipFile("invoices.xlsx", "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (2025, 4, 4, 17, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            out.writestr(entry, text)


# ---- tickets.csv: one row an event, as Excel on Windows saves it ----

def write_tickets():
    draw = random.Random(20250601)
    people = ["r.alvarez@bureau.example", "m.chen@bureau.example", "t.okafor@bureau.example", "j.smith@bureau.example"]
    subjects = ["Cannot log in to the travel system after the password was changed", "Printer on the third floor does not print",
                "Need access to the shared folder of the budget team", "Café menu page shows an error", "Laptop does not start",
                "E-mail to outside addresses comes back", "Monitor flickers when the docking station is used"]
    groups = ["Desk", "Network", "Applications"]
    events = []
    for i in range(48):
        ticket = f"T-{4101 + i}"
        at = dt.datetime(2025, 3, 3, 8, 5) + dt.timedelta(hours=draw.randint(0, 24 * 84), minutes=draw.randint(0, 59))
        at = at.replace(hour=8 + at.hour % 9)
        while at.weekday() > 4:
            at += dt.timedelta(days=1)
        priority = draw.choice(["1 - High", "2 - Medium", "2 - Medium", "3 - Low"])
        fixed = [priority, draw.choice(people), draw.choice(subjects)]
        group = "Desk"

        def event(state):
            events.append([at, ticket, state, group] + fixed)

        event("New")
        at += dt.timedelta(minutes=draw.randint(5, 240))
        group = draw.choice(groups)
        event("In Progress")
        if draw.random() < 0.08:
            at += dt.timedelta(minutes=draw.randint(10, 300))
            event("Cancelled")
            continue
        if draw.random() < 0.4:
            at += dt.timedelta(minutes=draw.randint(20, 300))
            event("Waiting for User")
            at += dt.timedelta(minutes=draw.randint(120, 3200))
            event("In Progress")
        at += dt.timedelta(minutes=draw.randint(30, 1700) if draw.random() < 0.85 else draw.randint(2000, 5200))
        event("Resolved")
        if draw.random() < 0.1:
            at += dt.timedelta(minutes=draw.randint(60, 1500))
            event("In Progress")
            at += dt.timedelta(minutes=draw.randint(60, 700))
            event("Resolved")
        at += dt.timedelta(days=3)
        event("Closed")
    events = sorted(e for e in events if e[0] < dt.datetime(2025, 6, 1))
    lines = ["Ticket,Changed On,Status,Group,Priority,Requester,Subject"]
    for at, ticket, state, group, priority, requester, subject in events:
        hour = at.hour % 12 or 12
        time = f"{at.month}/{at.day}/{at.year} {hour}:{at.minute:02d} {'AM' if at.hour < 12 else 'PM'}"
        lines.append(f'{ticket},{time},{state},{group},{priority},{requester},"{subject}"')
    lines += [",,,,,,", ",,,,,,"]                   # blank rows at the end, as Excel leaves them
    with open("tickets.csv", "wb") as out:
        out.write(("\r\n".join(lines) + "\r\n").encode("windows-1252"))


# ---- calls.csv: one row a month, counted elsewhere ----

def write_calls():
    draw = random.Random(20250901)
    lines = ["Contact center, monthly report,,,", ",,,,", "Month,Calls offered,Answered within 30 s,% within 30 s,Average wait (s)"]
    offered = answered = 0
    month = dt.date(2024, 10, 1)
    for i in range(11):
        calls = draw.randint(9800, 14800)
        share = draw.uniform(0.915, 0.972) - (0.045 if i == 4 else 0)
        within = round(calls * share)
        shown = 100 * within / calls + (1.9 if i == 7 else 0)       # one percentage that is not the quotient
        lines.append(f'{month.strftime("%b-%y")},"{calls:,}","{within:,}",{shown:.1f}%,{draw.randint(14, 31)}')
        offered, answered = offered + calls, answered + within
        month = (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    lines.append(f'Total,"{offered:,}","{answered:,}",{100 * answered / offered:.1f}%,')
    lines.append("Source: telephone system; report by the contact center,,,,")
    with open("calls.csv", "w", encoding="utf-8-sig", newline="") as out:
        out.write("\r\n".join(lines) + "\r\n")


write_invoices()
write_tickets()
write_calls()
