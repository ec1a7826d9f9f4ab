#!/usr/bin/env python3
"""What was read, beside what is to be read, format by format. Standard library only.

  table.py FOLDER…     each with gold/ and pred/; one row of the table for each

Columns: measures' fields and the act's together (micro F1 of ../plans/score.py), terms, executors, criteria; of the filled
fields those that the reader calls sure, and of these those that are right.
"""
import glob, importlib.util, json, os, sys

spec = importlib.util.spec_from_file_location('score', os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'plans', 'score.py'))
score = importlib.util.module_from_spec(spec)
spec.loader.exec_module(score)
ACT = ['authority', 'kind', 'number', 'date', 'title', 'signatory']
MEASURE = ['no', 'text', 'section', 'goal', 'audience', 'criteria', 'funding', 'term_text']


def pairs(gold, pred):
    """(pointer, whether it is right) for each filled field of a prediction."""
    for key in ACT:
        if pred['act'].get(key): yield f'/act/{key}', any(score.sim(str(g or ''), str(pred['act'][key])) >= 0.9 for g in score.cands(gold['act'], key))
    aligned = {p: g for g, p in score.align(gold['measures'], pred['measures'])}
    for i, said in enumerate(pred['measures']):
        meant = gold['measures'][aligned[i]] if i in aligned else {}
        for key in MEASURE:
            if said.get(key): yield f'/measures/{i}/{key}', any(g and (score.sim(str(g), str(said[key])) >= 0.9 or score.strip_no(g) == score.strip_no(said[key])) for g in score.cands(meant, key))
        names = [e['name'] for e in said.get('executors') or []]
        if names: yield f'/measures/{i}/executors', any(len(names) == len(g or []) and all(score.sim(a, b['name']) >= 0.9 for a, b in zip(names, g)) for g in score.cands(meant, 'executors'))


def row(folder):
    total, fields, filled, sure, right, documents, refused = score.C(), {}, 0, 0, 0, 0, []
    for path in sorted(glob.glob(f'{folder}/gold/*.json')):
        gold = score.load(path)
        for name in gold.get('files') or [gold['file']]:
            pred = f'{folder}/pred/{name}.json'
            if not os.path.exists(pred): continue
            said = score.load(pred)
            documents += 1
            if gold.get('expect'):
                if said.get('measures'): refused.append(name)
                continue
            counts = score.score_doc(gold, said)
            total += score.total(counts)
            for key, count in counts.items(): fields.setdefault(key, score.C()).__iadd__(count)
            doubted = set(said.get('unsure') or [])
            for pointer, ok in pairs(gold, said) if 'act' in said else []:
                filled += 1
                if pointer not in doubted: sure += 1; right += ok
    figure = lambda c: '  —  ' if c is None or c.prf()[2] is None else '%.3f' % c.prf()[2]
    share = lambda a, b: '  —  ' if not b else '%.1f %%' % (100 * a / b)
    cells = [os.path.basename(folder.rstrip('/')), str(documents), figure(total)] + [figure(fields.get('measures.' + k)) for k in ('term_text', 'executors', 'criteria')] + [share(sure, filled), share(right, sure)]
    return '| ' + ' | '.join(cells) + ' |' + (f'  read as plans: {", ".join(refused)}' if refused else '')


if __name__ == '__main__':
    print('| format | files | all fields | terms | executors | criteria | sure | right of the sure |\n|---|---|---|---|---|---|---|---|')
    for folder in sys.argv[1:]: print(row(folder))
