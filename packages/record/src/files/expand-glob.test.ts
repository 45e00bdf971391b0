import { expect, test } from 'vitest';
import { expandGlob, isGlob } from './expand-glob.ts';
import type { FolderEntry } from './folder-reader.ts';

const TREE: Record<string, FolderEntry[]> = {
  '.': [
    file('b.pb.gz'),
    file('a.pb.gz'),
    file('a.txt'),
    file('.hidden.pb.gz'),
    file('run[1].pb'),
    folder('runs'),
    folder('.git'),
  ],
  'runs/': [file('2.pb.gz'), file('10.pb.gz'), folder('old'), { name: 'again', isFolder: true, isLink: true }],
  'runs/again/': [file('3.pb.gz'), { name: 'again', isFolder: true, isLink: true }],
  'runs/old/': [file('1.pb.gz')],
  '.git/': [file('x.pb.gz')],
  '/srv/': [file('cpu.pb.gz')],
};

const io = {
  listFolder: (path: string) => TREE[path] ?? [],
  kindOf: (path: string) => {
    const [, parent, name] = /^(.*\/)?([^/]+)$/.exec(path)!;
    const entry = TREE[parent ?? '.']?.find((candidate) => candidate.name === name);
    return entry && (entry.isFolder ? ('folder' as const) : ('file' as const));
  },
};

test.each([
  ['*.pb.gz', ['a.pb.gz', 'b.pb.gz']],
  ['?.pb.gz', ['a.pb.gz', 'b.pb.gz']],
  ['[ab].pb.gz', ['a.pb.gz', 'b.pb.gz']],
  ['[!a].pb.gz', ['b.pb.gz']],
  ['.*.pb.gz', ['.hidden.pb.gz']],
  ['runs/*', ['runs/10.pb.gz', 'runs/2.pb.gz']],
  ['r*/*.gz', ['runs/10.pb.gz', 'runs/2.pb.gz']],
  ['r*/old/?.pb.gz', ['runs/old/1.pb.gz']],
  ['**/*.pb.gz', ['a.pb.gz', 'b.pb.gz', 'runs/10.pb.gz', 'runs/2.pb.gz', 'runs/old/1.pb.gz']],
  ['runs/**', ['runs/10.pb.gz', 'runs/2.pb.gz', 'runs/old/1.pb.gz']],
  ['runs/again/*', ['runs/again/3.pb.gz']],
  ['/srv/*', ['/srv/cpu.pb.gz']],
  ['runs\\*.pb.gz', ['runs/10.pb.gz', 'runs/2.pb.gz']],
  ['run[[]1].pb', ['run[1].pb']],
  ['*.nothing', []],
  ['[z-a]*', []],
])('%s finds %j', (pattern, files) => {
  expect(expandGlob(pattern, io)).toEqual(files);
});

test.each(['*', 'a?.pb', '[ab]', 'dir/**/x'])('%s is a glob', (name) => expect(isGlob(name)).toBe(true));
test.each(['a.pb.gz', '-', '/srv/cpu.pb', 'a+b.pb'])('%s is a name', (name) => expect(isGlob(name)).toBe(false));

function file(name: string): FolderEntry {
  return { name, isFolder: false, isLink: false };
}

function folder(name: string): FolderEntry {
  return { name, isFolder: true, isLink: false };
}
