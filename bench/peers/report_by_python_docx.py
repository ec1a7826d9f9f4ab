"""The same table by python-docx as its users are told to do it fast: one row is a template, its copies are filled cell by cell."""
import copy
import sys

from docx import Document
from docx.table import _Row

rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8")]
document = Document()
table = document.add_table(rows=2, cols=5)
for cell, heading in zip(table.rows[0].cells, ["№", "Захід", "Строк", "Відповідальні", "Стан"]):
    cell.text = heading

template = table.rows[1]._tr
for row in rows:
    copied = copy.deepcopy(template)
    table._tbl.append(copied)
    for cell, value in zip(_Row(copied, table)._tr.tc_lst, row):
        cell.p_lst[0].add_r().text = value
table._tbl.remove(template)
document.save(sys.argv[2])
