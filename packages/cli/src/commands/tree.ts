import { renderTree, tree } from '@flamestep/pprof';
import { reportCommand } from './report-command.ts';
import { treeJson } from './tree-json.ts';

export const runTree = reportCommand({ addsUp: true, build: tree, text: renderTree, json: treeJson });
