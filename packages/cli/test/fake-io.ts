import type { FolderEntry, PathKind } from '@flamestep/record';
import type { Io } from '../src/io.ts';
import { run } from '../src/run.ts';

/** The world around one run of the command line. */
export interface World {
  /** Files by path, with `/` between folders. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string | Uint8Array;
  readonly terminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly hasBrowser?: boolean;
  /** Milliseconds that pass between two looks at the clock. */
  readonly tick?: number;
  /** The network. */
  readonly fetch?: typeof globalThis.fetch;
  /** What a recording gives. */
  readonly recordRuns?: Io['recordRuns'];
  /** ISO 8601: the time of day. */
  readonly now?: string;
  readonly columns?: number;
  /** ISO 8601: when the last commit changed each file. */
  readonly committed?: Readonly<Record<string, string>>;
  /** Whether the user stops whatever can be stopped, at once. */
  readonly interrupts?: boolean;
  /** What writing to standard output throws. */
  readonly outFault?: Error;
}

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What was written to standard output, where it is no text. */
  readonly outBytes: Uint8Array;
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly opened: readonly string[];
}

/** Runs a command line, as words or as one text without quotes, in a world of its own. */
export async function flamestep(line: string | readonly string[], world: World = {}): Promise<Outcome> {
  const files = new Map(Object.entries(world.files ?? {}).map(([path, data]) => [path, bytesOf(data)]));
  const out: Uint8Array[] = [];
  const opened: string[] = [];
  let err = '';
  let now = 0;
  const terminal = world.terminal ?? false;
  const io: Io = {
    env: world.env ?? {},
    isTerminal: { stdin: terminal, stdout: terminal, stderr: terminal },
    readStdin: () => bytesOf(world.stdin ?? ''),
    readFile: (path) => {
      const data = files.get(path);
      if (data) return data;
      throw Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: 'ENOENT', syscall: 'open' });
    },
    readHead: (path, length) => io.readFile(path).subarray(0, length),
    kindOf: (path) => kindOf(path, files),
    listFolder: (path) => listFolder(path, files),
    writeOut: (data) => {
      if (world.outFault) throw world.outFault;
      out.push(bytesOf(data));
    },
    writeErr: (text) => {
      err += text;
    },
    writeFile: (path, pieces) => {
      if (path.startsWith('missing/')) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT', syscall: 'open' });
      files.set(path, Buffer.concat([...pieces].map(bytesOf)));
    },
    writeTemporary: (name, text) => {
      files.set(`temporary/${name}`, bytesOf(text));
      return `temporary/${name}`;
    },
    makeTemporaryFolder: (name) => `temporary/${name}`,
    fetch: world.fetch ?? (() => Promise.reject(new Error('there is no network here'))),
    recordRuns: world.recordRuns ?? (() => Promise.reject(new Error('nothing is recorded here'))),
    onInterrupt: (listener) => {
      if (world.interrupts) listener();
      return () => {};
    },
    openInBrowser: (path) => {
      if (world.hasBrowser) opened.push(path);
      return world.hasBrowser ?? false;
    },
    now: () => Date.parse(world.now ?? '2026-11-16T12:00:00Z'),
    columns: () => world.columns,
    committedAt: async (path) => world.committed?.[path],
    milliseconds: () => (now += world.tick ?? 0),
    timeZoneAt: () => ({ offset: 3600, name: 'CET' }),
  };
  const code = await run(typeof line === 'string' ? line.split(' ').filter(Boolean) : line, io);
  const outBytes = Buffer.concat(out);
  return { code, out: outBytes.toString(), err, outBytes, files: Object.fromEntries(files), opened };
}

function bytesOf(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? Buffer.from(data) : data;
}

function kindOf(path: string, files: ReadonlyMap<string, unknown>): PathKind | undefined {
  if (files.has(path)) return 'file';
  const folder = `${path.replace(/\/$/, '')}/`;
  return [...files.keys()].some((file) => file.startsWith(folder)) ? 'folder' : undefined;
}

function listFolder(path: string, files: ReadonlyMap<string, unknown>): FolderEntry[] {
  const prefix = path === '.' ? '' : path.endsWith('/') ? path : `${path}/`;
  const entries = new Map<string, boolean>();
  for (const file of files.keys()) {
    if (!file.startsWith(prefix)) continue;
    const [name, ...rest] = file.slice(prefix.length).split('/');
    entries.set(name, rest.length > 0);
  }
  return [...entries].map(([name, isFolder]) => ({ name, isFolder, isLink: false }));
}
