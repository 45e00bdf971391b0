import { renderTree, tree } from '@flamestep/pprof';
import { reportCommand } from './report-command.ts';
import { treeJson } from './tree-json.ts';

export const runTree = reportCommand({ build: tree, text: renderTree, json: treeJson });
