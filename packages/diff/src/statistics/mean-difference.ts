import { studentQuantile, studentTail } from './student-t.ts';

/** A difference of two means, of normal values. */
export interface MeanDifference {
  readonly difference: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  /** Two-sided, of no difference. */
  readonly p: number;
  /** Half the width of the 95 % interval. */
  readonly margin: number;
}

/** Head less base, by Student's t with one common variance; undefined where no spread can be known. */
export function meanDifference(base: readonly number[], head: readonly number[]): MeanDifference | undefined {
  const degreesOfFreedom = base.length + head.length - 2;
  if (degreesOfFreedom < 1) return undefined;
  const variance = (squares(base) + squares(head)) / degreesOfFreedom;
  return judged(mean(head) - mean(base), Math.sqrt(variance * (1 / base.length + 1 / head.length)), degreesOfFreedom);
}

/** The same of pairs that were measured together. */
export function pairedDifference(base: readonly number[], head: readonly number[]): MeanDifference | undefined {
  if (base.length !== head.length || base.length < 2) return undefined;
  const differences = head.map((value, i) => value - base[i]);
  const degreesOfFreedom = base.length - 1;
  return judged(mean(differences), Math.sqrt(squares(differences) / degreesOfFreedom / base.length), degreesOfFreedom);
}

function judged(difference: number, standardError: number, degreesOfFreedom: number): MeanDifference {
  const p = standardError === 0 ? (difference === 0 ? 1 : 0) : studentTail(difference / standardError, degreesOfFreedom);
  return { difference, standardError, degreesOfFreedom, p, margin: studentQuantile(0.05, degreesOfFreedom) * standardError };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sum of squared deviations from the mean. */
function squares(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
}
