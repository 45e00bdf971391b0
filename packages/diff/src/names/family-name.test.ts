import { expect, test } from 'vitest';
import { familyName } from './family-name.ts';

test.each([
  ['main.run.func1', 'main.run.func#'],
  ['main.run.func1.2', 'main.run.func#.#'],
  ['main.run.func2.gowrap1', 'main.run.func#.gowrap#'],
  ['main.run.deferwrap1', 'main.run.deferwrap#'],
  ['main.run-range3', 'main.run-range#'],
  ['main.glob..func4', 'main.init.func#'],
  ['main.init.func4', 'main.init.func#'],
  ['main.sha256', 'main.sha256'],
  ['main.mapAll[...].func1', 'main.mapAll[...].func#'],
  ['app.Main.lambda$run$3', 'app.Main.lambda$run$#'],
  ['app.Main$1.run', 'app.Main$#.run'],
  ['app.Main.access$000', 'app.Main.access$#'],
  ['app.Main$Inner2.run', 'app.Main$Inner2.run'],
  ['user$eval__1234.invoke', 'user$eval__#.invoke'],
  ['Shop.Cart+<>c__DisplayClass4_0.<Total>b__1', 'Shop.Cart+<>c__DisplayClass#_#.<Total>b__#'],
  ['Shop.Cart+<TotalAsync>d__7.MoveNext', 'Shop.Cart+<TotalAsync>d__#.MoveNext'],
  ['Shop.Cart.<Total>g__Round|3_0', 'Shop.Cart.<Total>g__Round|#_#'],
  ['app::run::{closure#2}', 'app::run::{closure#}'],
  ['app::run::{{closure}}', 'app::run::{{closure}}'],
  ['run()::{lambda(int)#2}::operator()(int) const', 'run()::{lambda(int)#}::operator()(int) const'],
  ['run()::$_1::operator()() const', 'run()::$_#::operator()() const'],
  ['(anonymous:L#10:C#5)', '(anonymous:L#:C#)'],
  ['<lambda> (parser.py:12)', '<lambda> (parser.py:#)'],
  ['utf8', 'utf8'],
])('%s is of the family %s', (name, family) => {
  expect(familyName(name)).toBe(family);
});

test('names made to waste time waste little', () => {
  for (const part of ['lambda$a', '$anonfun$', '{lambda(', '.func1', '|1', '<a>:1', '·dwrap·', '{shim:', "'lambda1"]) {
    expect(familyName(`${part.repeat(100_000)}1`)).not.toBe('');
  }
});
