"""The same table by python-docx in its fastest idiom: one row is a template whose copies are filled."""
import copy
import sys

from docx import Document

rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8")]
document = Document()
table = document.add_table(rows=2, cols=5)
for cell, heading in zip(table.rows[0].cells, ["№", "Захід", "Строк", "Відповідальні", "Стан"]):
    cell.text = heading
for cell in table.rows[1].cells:
    cell.paragraphs[0].add_run(" ")

template = table.rows[1]._tr
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
for row in rows:
    copied = copy.deepcopy(template)
    for text, value in zip(copied.iter(W + "t"), row):
        text.text = value
    table._tbl.append(copied)
table._tbl.remove(template)
document.save(sys.argv[2])
