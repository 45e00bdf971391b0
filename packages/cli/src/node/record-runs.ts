// A file of its own, because only ab needs what it loads.
export { recordRuns } from '@flamestep/record';
