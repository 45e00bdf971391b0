import type { CommandSpec } from './command.ts';

const PROFILES = [
  'PROFILE is a file, a quoted glob such as "runs/*.pb.gz", the URL of a pprof endpoint, a merged',
  'profile of Pyroscope or Parca (pyroscope+https://HOST/?query=…, parca+https://HOST/?query=…), or -',
  'for standard input. Several are merged into one. Formats are told from the bytes: pprof (gzip or',
  'plain, also the older text and binary forms), V8 .cpuprofile and .heapprofile, speedscope JSON,',
  'collapsed stacks.',
];

/** The commands, in the order in which help lists them. Their code is loaded when they are called. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'top',
    summary: 'the functions that cost most',
    operands: 'PROFILE...',
    description: ['Prints a table of functions, the costliest first, equal to that of `go tool pprof -top`.', ...PROFILES],
    groups: ['comparison', 'value', 'sort', 'filter', 'tag', 'granularity', 'trim', 'input', 'output'],
    without: ['edgefraction'],
    examples: [
      ['top cpu.pb.gz', 'the costliest functions'],
      ['top --cum --nodecount=20 cpu.pb.gz', 'the 20 that cost most with all they call'],
      ['top --diff-base=before.pb.gz after.pb.gz', 'what changed'],
      ['top --sample-index=alloc_space --lines heap.pb.gz', 'which lines allocate'],
      ['top --seconds=5 http://localhost:6060', 'what a Go program spends its time on now'],
      ['top --format=json cpu.pb.gz', 'the same as data'],
    ],
    isPprofReport: true,
    load: async () => (await import('./top.ts')).runTop,
  },
  {
    name: 'tree',
    summary: 'functions with their callers and callees',
    operands: 'PROFILE...',
    description: ['Prints the call graph as text, equal to that of `go tool pprof -tree`.', ...PROFILES],
    groups: ['comparison', 'value', 'sort', 'filter', 'tag', 'granularity', 'trim', 'input', 'output'],
    examples: [
      ['tree cpu.pb.gz', 'the call graph without what is small'],
      ["tree --focus='json.*Unmarshal' cpu.pb.gz", 'only what runs through these functions'],
    ],
    isPprofReport: true,
    load: async () => (await import('./tree.ts')).runTree,
  },
  {
    name: 'peek',
    summary: 'callers and callees of the functions that match a pattern',
    operands: 'PATTERN PROFILE...',
    description: [
      'Prints the functions whose names match PATTERN with their callers and callees, nothing left out,',
      'equal to `go tool pprof -peek=PATTERN`.',
      ...PROFILES,
    ],
    groups: ['comparison', 'value', 'sort', 'filter', 'tag', 'granularity', 'trim', 'input', 'output'],
    without: ['nodecount', 'nodefraction', 'edgefraction', 'trim'],
    examples: [
      ['peek mallocgc cpu.pb.gz', 'who allocates'],
      ["peek '^main\\.' cpu.pb.gz", 'the functions of package main'],
    ],
    isPprofReport: true,
    takesPattern: true,
    load: async () => (await import('./peek.ts')).runPeek,
  },
  {
    name: 'traces',
    summary: 'every sample with its stack',
    operands: 'PROFILE...',
    description: ['Prints all samples, equal to `go tool pprof -traces`.', ...PROFILES],
    groups: ['comparison', 'value', 'filter', 'tag', 'granularity', 'input', 'output'],
    without: ['compact-labels'],
    examples: [['traces --focus=syscall cpu.pb.gz', 'the stacks that end in or run through system calls']],
    isPprofReport: true,
    load: async () => (await import('./traces.ts')).runTraces,
  },
  {
    name: 'tags',
    summary: 'what the samples with each label cost',
    operands: 'PROFILE...',
    description: ['Prints the labels of samples and their values, equal to `go tool pprof -tags`.', ...PROFILES],
    groups: ['comparison', 'value', 'filter', 'tag', 'input', 'output'],
    without: ['compact-labels'],
    examples: [["tags --tagshow='^endpoint$' cpu.pb.gz", 'cost by endpoint']],
    isPprofReport: true,
    load: async () => (await import('./tags.ts')).runTags,
  },
  {
    name: 'raw',
    summary: 'everything in the profile, as text',
    operands: 'PROFILE...',
    description: ['Prints samples, locations and mappings, equal to `go tool pprof -raw`.', ...PROFILES],
    groups: ['comparison', 'filter', 'tag', 'input', 'output'],
    without: ['compact-labels', 'format'],
    examples: [['raw cpu.pb.gz', 'what is in this file']],
    isPprofReport: true,
    load: async () => (await import('./raw.ts')).runRaw,
  },
  {
    name: 'comments',
    summary: 'the comments in the profile',
    operands: 'PROFILE...',
    description: ['Prints the free text that was stored with the profile, one comment a line.', ...PROFILES],
    groups: ['comparison', 'input', 'output'],
    without: ['compact-labels'],
    examples: [['comments cpu.pb.gz', 'what was noted when it was recorded']],
    isPprofReport: true,
    load: async () => (await import('./comments.ts')).runComments,
  },
  {
    name: 'proto',
    summary: 'merge, subtract and filter into a new profile',
    operands: 'PROFILE...',
    description: ['Writes the profile that the other reports would show, as gzipped profile.proto.', ...PROFILES],
    groups: ['comparison', 'value', 'filter', 'tag', 'input', 'output'],
    without: ['compact-labels', 'format', 'unit'],
    examples: [
      ['proto -o all.pb.gz "runs/*.pb.gz"', 'merge many profiles'],
      ['proto --diff-base=before.pb.gz -o change.pb.gz after.pb.gz', 'keep a comparison as one file'],
    ],
    isPprofReport: true,
    load: async () => (await import('./proto.ts')).runProto,
  },
  {
    name: 'topproto',
    summary: 'the rows of top as a new profile',
    operands: 'PROFILE...',
    description: ['Writes a profile with one sample for each row of `top`, as gzipped profile.proto.', ...PROFILES],
    groups: ['comparison', 'value', 'sort', 'filter', 'tag', 'granularity', 'trim', 'input', 'output'],
    without: ['compact-labels', 'format', 'edgefraction'],
    examples: [['topproto -o top.pb.gz cpu.pb.gz', 'a small file for other tools']],
    isPprofReport: true,
    load: async () => (await import('./topproto.ts')).runTopProto,
  },
  {
    name: 'convert',
    summary: 'turn another format into pprof',
    operands: 'PROFILE -o OUT.pb.gz',
    description: [
      'Reads one profile in any format (a file, a URL, - for standard input) and writes it as gzipped',
      'profile.proto, with nothing filtered or dropped.',
      'Formats are told from the bytes: pprof (gzip or plain, also the older text and binary forms),',
      'V8 .cpuprofile and .heapprofile, speedscope JSON, collapsed stacks.',
    ],
    groups: ['input', 'output'],
    without: ['compact-labels', 'format', 'symbolize'],
    examples: [
      ['convert app.cpuprofile -o app.pb.gz', 'a profile of Node for pprof'],
      ['convert - -o app.pb.gz < app.folded', 'collapsed stacks from standard input'],
    ],
    isPprofReport: false,
    load: async () => (await import('./convert.ts')).runConvert,
  },
  {
    name: 'view',
    summary: 'a flame graph in one HTML page',
    operands: 'PROFILE...',
    description: [
      'Writes a page that needs nothing else (flame graph, search, table), prints its path and opens it',
      'in a browser. With --base or --diff-base each box shows base and profile, and what is gone stays',
      'visible. Without -o the page is a temporary file. No browser is opened with --no-open, in CI, or',
      'where output is not a terminal.',
      ...PROFILES,
    ],
    groups: ['comparison', 'value', 'filter', 'tag', 'granularity', 'input', 'page', 'output'],
    without: ['normalize', 'compact-labels', 'format', 'unit', 'divide-by', 'mean', 'mean-delay'],
    examples: [
      ['view cpu.pb.gz', 'look at a profile'],
      ['view --base=before.pb.gz after.pb.gz', 'look at a change'],
      ['view --no-open -o page.html cpu.pb.gz', 'only write the page'],
    ],
    isPprofReport: false,
    load: async () => (await import('./view.ts')).runView,
  },
];

/** pprof's other names for commands. */
export const COMMAND_ALIASES: Readonly<Record<string, string>> = { text: 'top' };

export function findCommand(name: string): CommandSpec | undefined {
  const wanted = Object.hasOwn(COMMAND_ALIASES, name) ? COMMAND_ALIASES[name] : name;
  return COMMANDS.find((command) => command.name === wanted);
}
