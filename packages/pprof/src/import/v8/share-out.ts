/**
 * Splits an integer in proportion to `weights`, without losing a unit to rounding: the parts add up to `total`. All of it is 0
 * where the weights are.
 */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  let passed = 0;
  let given = 0;
  return weights.map((weight) => {
    passed += weight;
    const upTo = sum === 0 ? 0 : Math.round(total * (passed / sum));
    const part = upTo - given;
    given = upTo;
    return part;
  });
}
