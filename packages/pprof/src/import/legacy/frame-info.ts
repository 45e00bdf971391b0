import type { ValueType } from '../../profile.ts';

/** Which frames of a profile belong to the profiler or the allocator rather than to the program. */
export interface FrameInfo {
  readonly dropFrames: string;
  readonly keepFrames: string;
}

/**
 * The frames to drop from a legacy profile, by what it measures. The formats do not say so themselves; the lists are pprof's,
 * in its order, so that a converted profile carries the same patterns.
 */
export function legacyFrameInfo(sampleTypes: readonly ValueType[]): FrameInfo {
  const types = sampleTypes.map(({ type }) => type).join(' ');
  if (HEAP_TYPES.has(types)) return { dropFrames: ALLOCATORS.join('|'), keepFrames: GO_RUNTIME_KEPT.join('|') };
  if (types === 'contentions delay') return { dropFrames: LOCKS.join('|'), keepFrames: '' };
  return { dropFrames: CPU_PROFILER.join('|'), keepFrames: '' };
}

const HEAP_TYPES: ReadonlySet<string> = new Set([
  'allocations size',
  'objects space',
  'inuse_objects inuse_space',
  'alloc_objects alloc_space',
  'alloc_objects alloc_space inuse_objects inuse_space',
]);

const C_LIBRARY = [
  'calloc',
  'cfree',
  'malloc',
  'free',
  'memalign',
  'do_memalign',
  '(__)?posix_memalign',
  'pvalloc',
  'valloc',
  'realloc',
];

const TCMALLOC = [
  'tcmalloc::.*',
  ...['calloc', 'cfree', 'malloc', 'free', 'memalign', 'posix_memalign', 'pvalloc', 'valloc', 'realloc'].map((f) => `tc_${f}`),
  ...['new', 'delete', 'newarray', 'deletearray', 'new_nothrow', 'newarray_nothrow'].map((f) => `tc_${f}`),
];

const MACOS = ['malloc', 'calloc', 'valloc', 'realloc', 'memalign', 'free'].map((f) => `malloc_zone_${f}`);

const GO_RUNTIME = ['runtime\\..*'];
/** Frames of the Go runtime that stand in the middle of a stack, between frames of the program. */
const GO_RUNTIME_KEPT = ['runtime\\.panic', 'runtime\\.reflectcall', 'runtime\\.call[0-9]*'];

const OTHER_ALLOCATORS = [
  'BaseArena::.*',
  '(::)?do_malloc_no_errno',
  '(::)?do_malloc_pages',
  '(::)?do_malloc',
  'DoSampledAllocation',
  'MallocedMemBlock::MallocedMemBlock',
  '_M_allocate',
  '__builtin_(vec_)?delete',
  '__builtin_(vec_)?new',
  '__gnu_cxx::new_allocator::allocate',
  '__libc_malloc',
  '__malloc_alloc_template::allocate',
  'allocate',
  'cpp_alloc',
  'operator new(\\[\\])?',
  'simple_alloc::allocate',
];

const ALLOCATORS = [...C_LIBRARY, ...TCMALLOC, ...MACOS, ...GO_RUNTIME, ...OTHER_ALLOCATORS];

const CPU_PROFILER = [
  'ProfileData::Add',
  'ProfileData::prof_handler',
  'CpuProfiler::prof_handler',
  '__pthread_sighandler',
  '__restore',
];

const UNLOCKING = ['AwaitCommon', 'Unlock', 'UnlockSlow', 'ReaderUnlock'];

const LOCKS = [
  'RecordLockProfileData',
  ...['RecordLockProfileData', 'SubmitMutexProfileData', 'SubmitSpinLockProfileData'].map((f) => `(base::)?${f}.*`),
  ...UNLOCKING.map((f) => `(base::Mutex::)?${f}.*`),
  '(base::MutexLock::)?~MutexLock.*',
  ...UNLOCKING.map((f) => `(Mutex::)?${f}.*`),
  '(MutexLock::)?~MutexLock.*',
  '(SpinLock::)?Unlock.*',
  '(SpinLock::)?SlowUnlock.*',
  '(SpinLockHolder::)?~SpinLockHolder.*',
];
