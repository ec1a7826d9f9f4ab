#!/usr/bin/env python3
"""Lay the made-up acts of this folder out as files, with what is to be read from them. Standard library only.

  lay.py OUT     OUT/docx, OUT/txt, OUT/xlsx, each with docs/ and gold/

A file *.acts holds documents; README.md beside this script tells how they are written.
"""
import datetime, glob, html, json, os, re, sys, zipfile

ROOT = os.path.dirname(os.path.abspath(__file__))
MAIN = 'http://schemas.openxmlformats.org/'
TYPES = '<?xml version="1.0"?><Types xmlns="' + MAIN + 'package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>%s</Types>'
RELS = '<?xml version="1.0"?><Relationships xmlns="' + MAIN + 'package/2006/relationships">%s</Relationships>'
REL = '<Relationship Id="%s" Type="' + MAIN + 'officeDocument/2006/relationships/%s" Target="%s"/>'
PART = '<Override PartName="%s" ContentType="application/vnd.openxmlformats-officedocument.%s+xml"/>'
esc = lambda text: html.escape(text, quote=False)


class Paragraph:
    def __init__(self, text, align='', bold=False, page=False): self.text, self.align, self.bold, self.page = text, align, bold, page


class Cell:
    def __init__(self, spec):
        found = re.match(r'^\s*(?:\{([xybdn\d]*)\})?(.*)$', spec, re.S)
        marks = found[1] or ''
        self.text = found[2].strip().replace('\\n', '\n')
        self.x = int((re.search(r'x(\d+)', marks) or [0, 1])[1])
        self.y = int((re.search(r'y(\d+)', marks) or [0, 1])[1])
        self.bold, self.date, self.number = 'b' in marks, 'd' in marks, 'n' in marks


def cells(line):
    return [Cell(c) for c in re.sub(r'^\||\|$', '', line.strip()).split('|')]


def grid(rows):
    """Rows as (cell | None where one comes down from above, column), over the whole width."""
    width = max(sum(c.x for c in row) for row in rows)
    covered, laid = [0] * width, []
    for row in rows:
        line, column, left = [], 0, list(row)
        below = [max(0, n - 1) for n in covered]
        while column < width:
            if covered[column]: line.append((None, column)); column += 1; continue
            cell = left.pop(0) if left else Cell('')
            line.append((cell, column))
            for k in range(column, min(width, column + cell.x)): below[k] = cell.y - 1
            column += cell.x
        laid.append(line)
        covered = below
    return width, laid


# ------------------------------------------------------------------ what is written
def blocks(body):
    found, rows, page = [], [], False
    for line in body.split('\n') + ['']:
        if line.startswith('|'): rows.append(cells(line)); continue
        if rows: found.append(rows); rows = []
        if line == '!br': page = True; continue
        if line == '!tbl': continue
        text = line.replace('\\n', '\n').replace('\\t', '\t')
        kind = {'^ ': ('c', True), '~ ': ('c', False), '> ': ('r', False), '* ': ('', True)}.get(text[:2])
        found.append(Paragraph(text[2:] if kind else text, *(kind or ('', False)), page))
        page = False
    return found


def executors(text):
    return [] if text == '-' else [{'name': e.rstrip('*'), 'consent': e.endswith('*')} for e in text.split('; ')]


def gold(text):
    act = dict(authority=None, kind=None, number=None, date=None, title=None, signatory=None, status='approved', supersedes=[], control=[], reporting=[])
    sections, measures, other, section, goal, expect = [], [], {}, None, None, None
    for line in filter(str.strip, text.split('\n')):
        if line.startswith('expect '): expect = line[7:].strip(); continue
        if line.startswith('['): section, goal = line[1:-1] or None, None; sections += [section] if section else []; continue
        if line.startswith('goal:'): goal = line[5:].strip() or None; continue
        said = re.match(r'^(\w+)=(.*)$', line)
        if said:
            key, value = said[1], said[2]
            if key.startswith('alt_'): other.setdefault(key[4:], []).append([value] if key == 'alt_control' else None if value == 'null' else value)
            elif key == 'control': act['control'].append(value)
            elif key == 'supersedes': act['supersedes'].append(dict(zip(('kind', 'number', 'date'), value.split(';'))))
            elif key == 'reporting':
                who, to, often, day, rule = [None if v.strip() == '-' else v.strip() for v in value.split(';')]
                act['reporting'].append(dict(who=who, to=to, periodicity=often, day=int(day) if day else None, month_rule=rule, text=''))
            else: act[key] = None if value in ('', 'null') else value
            continue
        field = [v.strip() for v in line.split(' | ')]
        measure = dict(no=None if field[0] == '-' else field[0], section=section, text=field[1], goal=goal, audience=None, criteria=None, funding=None,
                       term_text=None if field[2] == '-' else field[2], executors=executors(field[3]))
        for key, value in (f.split('=', 1) for f in field[4:]):
            if key.startswith('alt_'): measure.setdefault('_alt', {}).setdefault(key[4:], []).append(executors(value) if key == 'alt_executors' else None if value == 'null' else value)
            else: measure[key] = value.split('; ') if key == 'supervisors' else value
        measures.append(measure)
    if other: act['_alt'] = other
    return dict(expect=expect, act=act, sections=[], measures=[]) if expect else dict(act=act, sections=sections, measures=measures)


# ------------------------------------------------------------------ files
def package(path, parts):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as file:
        for name, text in parts: file.writestr(name, text)


def paragraph(p):
    look = ('<w:pageBreakBefore/>' if p.page else '') + {'c': '<w:jc w:val="center"/>', 'r': '<w:jc w:val="right"/>'}.get(p.align, '')
    runs = '<w:br/>'.join('<w:tab/>'.join(f'<w:t xml:space="preserve">{esc(t)}</w:t>' for t in line.split('\t')) for line in p.text.split('\n'))
    return f'<w:p><w:pPr>{look}</w:pPr><w:r>{"<w:rPr><w:b/></w:rPr>" if p.bold else ""}{runs if p.text else ""}</w:r></w:p>'


def docx(path, found):
    body = ''
    for block in found:
        if isinstance(block, Paragraph): body += paragraph(block); continue
        width, laid = grid(block)
        border = ''.join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ('top', 'left', 'bottom', 'right', 'insideH', 'insideV'))
        body += f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{border}</w:tblBorders></w:tblPr><w:tblGrid>' + f'<w:gridCol w:w="{9600 // width}"/>' * width + '</w:tblGrid>'
        for line in laid:
            body += '<w:tr>'
            for cell, _ in line:
                look = '<w:vMerge/>' if cell is None else (f'<w:gridSpan w:val="{cell.x}"/>' if cell.x > 1 else '') + ('<w:vMerge w:val="restart"/>' if cell.y > 1 else '')
                body += f'<w:tc><w:tcPr>{look}</w:tcPr>' + ('<w:p/>' if cell is None else ''.join(paragraph(Paragraph(t, '', cell.bold)) for t in cell.text.split('\n'))) + '</w:tc>'
            body += '</w:tr>'
        body += '</w:tbl>'
    if not isinstance(found[-1], Paragraph): body += '<w:p/>'
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="567" w:bottom="1134" w:left="1701"/></w:sectPr>'
    package(path, [('[Content_Types].xml', TYPES % (PART % ('/word/document.xml', 'wordprocessingml.document.main'))), ('_rels/.rels', RELS % (REL % ('r1', 'officeDocument', 'word/document.xml'))),
                   ('word/document.xml', f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{MAIN}wordprocessingml/2006/main"><w:body>{body}{page}</w:body></w:document>')])


def txt(path, found):
    """Cells behind tabs, one a line, as a word processor leaves them."""
    lines = []
    for block in found:
        if isinstance(block, Paragraph):
            lines += [' ' * {'r': 20, 'c': 10}.get(block.align, 0) + t for t in block.text.split('\n')]
            continue
        for line in grid(block)[1]:
            alone = sum(cell is not None for cell, _ in line) == 1
            for cell, _ in line:
                lines += ('\t' + (cell.text if cell else '')).split('\n')
                if cell and not alone: lines += ['\t'] * (cell.x - 1)
            lines.append('')
        lines.append('')
    with open(path, 'w', encoding='utf-8') as file: file.write('\n'.join(lines) + '\n')


def xlsx(path, body):
    sheets = []
    for line in body.split('\n'):
        if line.startswith('!sheet '): sheets.append((line[7:], [], [])); continue
        if line.startswith('!hide '): sheets[-1][2].extend(map(int, line[6:].split())); continue
        sheets[-1][1].append(cells(line) if line.startswith('|') else [Cell(line)])
    letter = lambda c: chr(65 + c)
    parts = []
    for number, (name, rows, hidden) in enumerate(sheets, 1):
        data, merged = '', []
        for r, line in enumerate(grid(rows)[1], 1):
            data += f'<row r="{r}">'
            for cell, c in line:
                if cell is None or not cell.text: continue
                at = f'{letter(c)}{r}'
                if cell.x > 1 or cell.y > 1: merged.append(f'{at}:{letter(c + cell.x - 1)}{r + cell.y - 1}')
                if cell.date: data += f'<c r="{at}" s="1"><v>{(datetime.date.fromisoformat(cell.text) - datetime.date(1899, 12, 30)).days}</v></c>'
                elif cell.number: data += f'<c r="{at}"><v>{cell.text}</v></c>'
                else: data += f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{esc(cell.text)}</t></is></c>'
            data += '</row>'
        columns = '<cols>' + ''.join(f'<col min="{c + 1}" max="{c + 1}" width="10" hidden="1"/>' for c in hidden) + '</cols>' if hidden else ''
        merges = f'<mergeCells count="{len(merged)}">' + ''.join(f'<mergeCell ref="{m}"/>' for m in merged) + '</mergeCells>' if merged else ''
        parts.append((f'xl/worksheets/sheet{number}.xml', f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{MAIN}spreadsheetml/2006/main">{columns}<sheetData>{data}</sheetData>{merges}</worksheet>'))
    book = ''.join(f'<sheet name="{esc(name)}" sheetId="{i}" r:id="r{i}"/>' for i, (name, _, _) in enumerate(sheets, 1))
    types = PART % ('/xl/workbook.xml', 'spreadsheetml.sheet.main') + PART % ('/xl/styles.xml', 'spreadsheetml.styles') + ''.join(PART % ('/' + name, 'spreadsheetml.worksheet') for name, _ in parts)
    package(path, [('[Content_Types].xml', TYPES % types), ('_rels/.rels', RELS % (REL % ('r1', 'officeDocument', 'xl/workbook.xml'))),
                   ('xl/workbook.xml', f'<?xml version="1.0"?><workbook xmlns="{MAIN}spreadsheetml/2006/main" xmlns:r="{MAIN}officeDocument/2006/relationships"><sheets>{book}</sheets></workbook>'),
                   ('xl/_rels/workbook.xml.rels', RELS % (''.join(REL % (f'r{i}', 'worksheet', f'worksheets/sheet{i}.xml') for i in range(1, len(sheets) + 1)) + REL % ('rs', 'styles', 'styles.xml'))),
                   ('xl/styles.xml', f'<?xml version="1.0"?><styleSheet xmlns="{MAIN}spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>')] + parts)


def main(out):
    for source in sorted(glob.glob(os.path.join(ROOT, '*.acts'))):
        with open(source, encoding='utf-8') as file: text = file.read()
        for part in re.split(r'^##### ', text, flags=re.M)[1:]:
            name, rest = part.split('\n', 1)
            body, told = rest.split('\n=====\n')
            stem, ending = os.path.splitext(name.strip())
            for form in ['xlsx'] if ending == '.xlsx' else ['txt'] if ending == '.txt' else ['docx', 'txt']:
                for folder in ('docs', 'gold'): os.makedirs(f'{out}/{form}/{folder}', exist_ok=True)
                path = f'{out}/{form}/docs/{stem}.{form}'
                xlsx(path, body) if form == 'xlsx' else docx(path, blocks(body)) if form == 'docx' else txt(path, blocks(body))
                answer = gold(told)
                answer['file'], answer['files'] = f'{stem}.{form}', [f'{stem}.{form}']
                with open(f'{out}/{form}/gold/{stem}.json', 'w', encoding='utf-8') as file: json.dump(answer, file, ensure_ascii=False, indent=1)


if __name__ == '__main__': main(sys.argv[1])
