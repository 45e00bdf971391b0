import { expect, test } from 'vitest';
import type { ProfileReport } from '../model/report.ts';
import { functionsCsv } from './functions-csv.ts';

const csvOf = (name: string) =>
  functionsCsv({
    functions: [
      {
        verdict: 'slower',
        name,
        file: 'a.go',
        startLine: 1,
        base: 1,
        head: 2,
        change: 1,
        low: 0.5,
        high: 1.5,
        share: { base: 0.1, head: 0.2, change: 0.1 },
      },
    ],
    // Nothing else of it is read.
  } as unknown as ProfileReport).split('\r\n')[1];

test('a row tells what a function cost on both sides', () => {
  expect(csvOf('main.run')).toBe('slower,"main.run","a.go",1,1,2,1,0.5,1.5,0.1,0.2,0.1');
});

test.each(['=', '+', '-', '@', '\t', '\r'])('a name that begins with %j is no formula of a spreadsheet', (start) => {
  expect(csvOf(`${start}HYPERLINK("https://evil.example")`)).toContain(`,"'${start}HYPERLINK(""https://evil.example"")",`);
});

test('a name with quotes, commas and line ends stays in its cell', () => {
  expect(csvOf('a","=1')).toContain(',"a"",""=1","a.go"');
});
