import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { removeUninteresting } from '../src/operations/remove-uninteresting.ts';
import type { Profile } from '../src/profile.ts';
import { comments, renderComments } from '../src/report/comments.ts';
import { renderTags } from '../src/report/render-tags.ts';
import { renderTop } from '../src/report/render-top.ts';
import { renderTraces } from '../src/report/render-traces.ts';
import { renderTree } from '../src/report/render-tree.ts';
import type { ReportOptions } from '../src/report/report-options.ts';
import { tags } from '../src/report/tags.ts';
import { topProto } from '../src/report/top-proto.ts';
import { top } from '../src/report/top.ts';
import { traces } from '../src/report/traces.ts';
import { peek, tree } from '../src/report/tree.ts';
import { cpuProfile, heapProfile, longNamesProfile, smallCpuProfile } from './driver-profiles.ts';

/** What google/pprof's tests set for every report. */
const BASICS: ReportOptions = { compactLabels: true, nodeCount: 20, nodeFraction: 0.05, edgeFraction: 0.01 };

const compile = (source: string) => new RegExp(source);
const withoutUninteresting = (profile: Profile) => removeUninteresting(profile, compile);

const topText = (profile: Profile, options: ReportOptions) => renderTop(top(profile, options));
const treeText = (profile: Profile, options: ReportOptions) => renderTree(tree(profile, options));
const tagsText = (profile: Profile, options: ReportOptions) => renderTags(tags(profile, options));
const tracesText = (profile: Profile, options: ReportOptions) => renderTraces(traces(profile, options));
const commentsText = (profile: Profile) => renderComments(comments(profile));
/** The mangled names were saved with the top entries, and then shown. */
const savedTop = (profile: Profile, options: ReportOptions) =>
  topText(topProto(profile, { ...BASICS, granularity: 'addresses' }).profile, options);

const bytesLabel = (bytes: number) => `bytes:${bytes}`;
const inuse = 'inuse_objects/count inuse_space/bytes';
const rawHeap = heapProfile(bytesLabel, inuse);
const cpu = cpuProfile();
const mangledCpu = { ...cpu, functions: { ...cpu.functions, name: cpu.functions.systemName } };
const heap = withoutUninteresting(rawHeap);
const heapAlloc = withoutUninteresting(heapProfile(bytesLabel, 'alloc_objects/count alloc_space/bytes'));
const heapRequest = withoutUninteresting(heapProfile((bytes) => `bytes:${bytes}, request:${bytes}`, inuse));
const heapTags = withoutUninteresting(
  heapProfile((bytes, i) => (i % 2 === 0 ? `bytes:${bytes}, request:${bytes}, key1=tag` : `bytes:${bytes}`), inuse),
);

type Report = (profile: Profile, options: ReportOptions) => string;
const GOLDENS: Readonly<Record<string, readonly [Report, Profile, ReportOptions]>> = {
  'cpu.addresses.traces': [tracesText, cpu, { granularity: 'addresses' }],
  'cpu.comments': [commentsText, { ...cpu, comments: ['some-comment'] }, {}],
  'cpu.cum.lines.text.focus.hide': [topText, cpu, { sort: 'cum', granularity: 'lines', hide: 'line[X3]0', focus: '[12]00' }],
  'cpu.cum.lines.text.hide': [topText, cpu, { sort: 'cum', granularity: 'lines', hide: 'line[X3]0' }],
  'cpu.cum.lines.text.show': [topText, cpu, { sort: 'cum', granularity: 'lines', show: '[12]00' }],
  'cpu.cum.lines.topproto.hide': [savedTop, mangledCpu, { sort: 'cum', granularity: 'lines', hide: 'mangled[X3]0' }],
  'cpu.cum.lines.tree.show_from': [treeText, cpu, { sort: 'cum', granularity: 'lines', showFrom: 'line2' }],
  'cpu.flat.addresses.noinlines.text': [topText, cpu, { granularity: 'addresses', noInlines: true }],
  'cpu.flat.filefunctions.noinlines.text': [topText, cpu, { granularity: 'filefunctions', noInlines: true }],
  'cpu.flat.functions.noinlines.text': [topText, cpu, { noInlines: true }],
  'cpu.flat.functions.text': [topText, cpu, {}],
  'cpu.lines.topproto': [savedTop, mangledCpu, { granularity: 'lines' }],
  'cpu.peek': [(profile, options) => renderTree(peek(profile, 'line.*01', options)), cpu, {}],
  'cpu.tags': [tagsText, cpu, {}],
  'cpu.traces': [tracesText, cpu, {}],
  'cpusmall.flat.addresses.tree': [treeText, smallCpuProfile(), { granularity: 'addresses', nodeCount: 4 }],
  'heap.comments': [commentsText, heap, {}],
  'heap.cum.lines.tree.focus': [treeText, heap, { sort: 'cum', granularity: 'lines', focus: '[24]00' }],
  'heap.cum.relative_percentages.tree.focus': [treeText, heap, { sort: 'cum', relativePercentages: true, focus: '[24]00' }],
  'heap.flat.files.text': [topText, heap, { granularity: 'files' }],
  'heap.flat.files.text.focus': [topText, heap, { granularity: 'files', focus: '[12]00', tagHide: '[X3]00' }],
  'heap.flat.inuse_objects.text': [topText, heap, { sampleIndex: 'inuse_objects' }],
  'heap.flat.inuse_objects.text.all_frames': [topText, rawHeap, { sampleIndex: 'inuse_objects' }],
  'heap.tags': [tagsText, heap, {}],
  'heap.tags.unit': [tagsText, heap, { unit: 'bytes' }],
  'heap_alloc.flat.alloc_objects.text': [topText, heapAlloc, { sampleIndex: 'alloc_objects' }],
  'heap_request.relative_percentages.tags.focus': [tagsText, heapRequest, { relativePercentages: true, tagFocus: '400kb:' }],
  'heap_request.tags.focus': [tagsText, heapRequest, { tagFocus: '+400kb:' }],
  'heap_tags.traces': [tracesText, heapTags, {}],
  'long_name_funcs.text': [topText, longNamesProfile(), {}],
  'unknown.flat.functions.call_tree.text': [topText, cpu, { nodeCount: 5 }],
};

/** Of no test of pprof: it shows an empty report, and nothing says which options made it. */
const WITHOUT_A_TEST = ['heap.flat.files.seconds.text'];

const corpus = process.env['FLAMESTEP_CORPUS'];
const folder = join(corpus ?? '', 'third-party/google-pprof/driver');
const reason = corpus ? '' : ' (skipped: FLAMESTEP_CORPUS is not set)';

describe.skipIf(!corpus)(`the text reports of google/pprof's driver tests${reason}`, () => {
  test.each(Object.entries(GOLDENS))('pprof.%s', (name, [report, profile, options]) => {
    expect(report(profile, { ...BASICS, ...options })).toBe(readFileSync(join(folder, `pprof.${name}`), 'utf8'));
  });

  test('none is left out', () => {
    const files = readdirSync(folder).filter((file) => file.startsWith('pprof.') && !file.includes('.dot.'));
    expect(files.map((file) => file.slice('pprof.'.length)).sort()).toEqual([...Object.keys(GOLDENS), ...WITHOUT_A_TEST].sort());
  });
});
