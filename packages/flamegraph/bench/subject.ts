import type { FlameTree } from '../src/index.ts';

/** What is measured of a drawing. */
export interface Subject {
  draw(): void;
  /** To the widest box of level 5. */
  zoomIn(): void;
  zoomOut(): void;
  search(): void;
}

export interface Frames {
  /** From the start to the first frame shown after it. */
  readonly total: number;
  /** The longest time between two frames. */
  readonly worst: number;
}

declare global {
  interface Window {
    subjects: Record<string, (tree: FlameTree) => Subject>;
    subject: Subject;
    watchFrames(milliseconds: number, act: () => void): Promise<Frames>;
  }
}

export function installSubjects(subjects: Window['subjects']): void {
  window.subjects = subjects;
  window.watchFrames = watchFrames;
}

async function watchFrames(milliseconds: number, act: () => void): Promise<Frames> {
  const nextFrame = () => new Promise<void>((done) => requestAnimationFrame(() => done()));
  await nextFrame();
  const start = performance.now();
  act();
  await nextFrame();
  let last = performance.now();
  let worst = last - start;
  // The frame that was asked for is on the screen when the next one begins.
  await nextFrame();
  const total = performance.now() - start;
  worst = Math.max(worst, performance.now() - last);
  last = performance.now();
  while (last - start < milliseconds) {
    await nextFrame();
    const now = performance.now();
    worst = Math.max(worst, now - last);
    last = now;
  }
  return { total, worst };
}
