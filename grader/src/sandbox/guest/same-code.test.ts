/** Whether odd but legal answers do the same with hooks as without them. */
import { stripTypeScriptTypes } from "node:module";
import * as np from "@deep-dive/ndarray";
import * as marshal from "@deep-dive/ndarray/marshal";
import { parse } from "acorn";
import MagicString from "magic-string";
import { expect, test } from "vitest";
import type { CodeRules } from "../code-rules.ts";
import { guard } from "./guarded.ts";
import { makeGuards } from "./guards.ts";
import { instrument } from "./instrument.ts";
import { makeMeter } from "./meter.ts";
import { writeWraps } from "./wraps.ts";

/** Each returns or throws something that shows what it did. */
const ANSWERS: Readonly<Record<string, string>> = {
  "commas in brackets":
    "export const run = () => { const a = [1, 2, 3]; let i = 0; return a[i++, i]; };",
  "commas before brackets":
    "export const run = (k = 1) => { const a = [1, 2], b = [3, 4]; return (a, b)[k]; };",
  "commas that are spread": "export const run = () => Math.max(...([9], [1, 2]));",
  "commas in a computed name":
    "export const run = () => { let i = 0; const o = { [(i++, 'x')]: i }; const { [(i++, 'x')]: y } = o; return [o, y, i]; };",
  "an optional method in brackets":
    "export const run = () => { const o = { x: 1, f() { return this.x; } }; return (o?.f)(); };",
  "an optional computed method in brackets":
    "export const run = (k = 'f') => { const o = { x: 1, f() { return this.x; } }; return (o?.[k])(); };",
  "a tag in an optional chain in brackets":
    "export const run = () => { const o = { x: 1, f(t) { return t[0] + this.x; } }; return (o?.f)`a`; };",
  "a generator exported behind a call":
    "String(1);\nexport function* g() { yield 1; }\nexport const run = () => [...g()];",
  "a default generator":
    "export default function* () { yield 1; }\n(String)(1);\nexport const run = () => 1;",
  "a default class":
    "export default class { m() { return 1; } }\n[1].map(String);\nexport const run = () => 1;",
  generators:
    "function* g(a) { let b = yield a; try { while (b < 5) b = yield b; } finally { yield 'end'; } }\nexport const run = () => { const i = g(1); return [i.next(), i.next(2), i.next(3), i.return(7), i.next(), [...g(4)], i[Symbol.iterator]() === i]; };",
  "a generator that throws":
    "function* g() { try { yield 1; } catch (e) { yield e.message; } }\nexport const run = () => { const i = g(); i.next(); return [i.throw(new Error('x')), i.next(), Object.prototype.toString.call(i), i instanceof g]; };",
  "delegating generators":
    "function* h() { const x = yield 1; return x; } function* g() { const y = yield* h(); yield y * 2; }\nexport const run = () => { const i = g(); return [i.next(), i.next(4), i.next()]; };",
  "generator methods":
    "class A { *[Symbol.iterator]() { yield* [1, 2]; } static *s() { yield 3; } #p = 4; *q() { yield this.#p; } }\nexport const run = () => { const a = new A(); return [...a, ...A.s(), ...a.q()]; };",
  "iterator helpers of a generator":
    "function* g(n) { for (let i = 0; i < n; i++) yield i; }\nexport const run = () => g(10).map((x) => x * 2).filter((x) => x % 3).take(3).toArray();",
  "async functions":
    "async function f(x) { return await x; }\nexport const run = () => f(1) instanceof Promise;",
  "private members":
    "class A { #x = 1; static #n = 0; #m() { return this.#x; } get #g() { return this.#x * 2; } set #g(v) { this.#x = v; } static make() { A.#n++; return new A(); } use() { this.#g = 5; this.#x += 1; this.#x++; return [this.#m(), this.#g, A.#n, #x in this, #x in {}]; } }\nexport const run = () => A.make().use();",
  "a static block":
    "class A { static x; static { const y = [1, 2]; for (const v of y) this.x = v; function f() { return y; } this.f = f; } }\nexport const run = () => [A.x, A.f()];",
  accessors:
    "class A { accessor_ = 1; get v() { return this.accessor_; } set v(x) { this.accessor_ = x; } static get s() { return 's'; } }\nexport const run = () => { const a = new A(); a.v += 2; return [a.v, A.s, Object.keys(a)]; };",
  inheritance:
    "class A { constructor(...xs) { this.xs = xs; this.t = new.target.name; } f() { return this.xs.length; } } class B extends A { constructor(...xs) { super(...xs, 9); } f() { return super.f() + super['f'](); } }\nexport const run = () => { const b = new B(1, 2); return [b.f(), b.t, b.xs]; };",
  "a class that extends a pattern's":
    "export const run = () => { const { A } = { A: class { f() { return 1; } } }; class B extends A { g = () => this.f(); } return new B().g(); };",
  "errors of its own":
    "class Bad extends RangeError { constructor(n) { super(`bad ${n}`); this.name = 'Bad'; this.n = n; } }\nexport const run = () => { try { throw new Bad(3); } catch ({ name, message, n }) { return [name, message, n]; } };",
  "an error that is thrown":
    "class Bad extends Error { name = 'Bad'; }\nexport const run = () => { throw new Bad('x', { cause: [1] }); };",
  "destructuring with defaults":
    "const f = ({ a = 1, b: { c = a, ...d } = { c: 2, e: 3 } } = {}, [g, , h = g, ...i] = [1, 2, undefined, 4, 5]) => [a, c, d, g, h, i];\nexport const run = () => [f(), f({ a: 5, b: {} }, 'xyz')];",
  "destructuring assignment":
    "export const run = () => { let a = 1, b = 2; const o = {}; [a, b] = [b, a]; ({ x: o.y, ...o.rest } = { x: 1, z: 2 }); [o[a], o['k']] = [7, 8]; for ([a, b] of [[5, 6]]); for (o.w in { q: 1 }); return [a, b, o]; };",
  labels:
    "export const run = () => { const out = []; outer: for (let i = 0; i < 4; i++) { inner: for (let j = 0; ; j++) { if (j > i) continue outer; if (i === 3) break outer; if (j === 1) continue inner; out.push([i, j]); } } block: { if (out) break block; out.push(0); } return out; };",
  "functions in a switch":
    "export const run = (k = 1) => { switch (k) { case 0: return 0; case 1: return f() + g(); function f() { return k; } default: { function h() { return k; } return h(); } function g() { return k * 2; } } };",
  "functions before they are declared":
    "export const run = () => { const x = 2; return f(3); function f(n) { return n <= 0 ? x : f(n - 1) + g(); } function g() { return x; } };",
  "functions declared twice":
    "export const run = () => { const x = 2; function f() { return x; } function f() { return x * 2; } return f(); };",
  "a parameter by a function's name":
    "export const run = (f = 1) => { const y = typeof f; function f() { return y; } return f(); };",
  "lines without semicolons":
    "const a = [1, 2]\nlet s = 0\nfor (const x of a) s += x\n;[s] = [s + 1]\nconst b = a\n.map((x) => x * 2)\nlet i = 0\ni\n++\ns\nexport const run = () => {\n  const f = () => 1\n  const c = b\n  ;(function () { s += 1 })()\n  if (c) f()\n  else f()\n  do s++; while (s < 9)\n  return [s, i, b]\n}",
  "an early return by a line's end": "export const run = () => {\n  return\n  [1]\n};",
  directives: "'use strict';\nexport function run() { 'use strict'; 'other'; return typeof this; }",
  "powers and commas":
    "export const run = () => { let x = 2, y = (x **= 3, x ** 2 ** 0); const o = { n: 2 }; o.n **= 2; o['n'] **= 2; return [x, y, (-2) ** 2, o]; };",
  "logical assignment":
    "export const run = () => { const o = { a: null, b: 0, c: 1 }; o.a ??= [1]; o.b ||= { d: 1 }; o.c &&= 'x'; o['e'] ??= 1; let z; z ??= []; z.push(1); return [o, z]; };",
  "arrow bodies that are objects":
    "export const run = () => [((x) => ({ x }))(1), (() => ({}).x)(), (() => [])(), ((...r) => r)(1, 2), (({ a }) => ({ a, b: a }))({ a: [1] })];",
  "new.target":
    "function F() { return new.target === undefined ? 'call' : undefined; }\nexport const run = () => [F(), new F() instanceof F, (new F).constructor === F];",
  arguments:
    "export function run() { function f() { arguments[0] = 5; return [arguments.length, [...arguments], typeof arguments]; } return f(1, 2); }",
  "optional chains":
    "export const run = () => { const o = { a: { b: [1, 2], f() { return this.b; } }, n: null }; const k = 'b'; return [o?.a?.b?.[1], o.n?.x.y.z(), o.a.f?.()?.[0], o.a?.f().length, o?.['a'][k][0], delete o?.a.b, o.q?.(), o.a?.[k]?.at(0)]; };",
  "tagged templates":
    "const tag = (t, ...v) => [t.raw, t, v];\nexport const run = () => { const same = () => ((t) => t)`a`; return [tag`a${1}\\n${[2]}`, same() === same(), String.raw`\\${1}`, { tag }.tag`x`]; };",
  "getters on a literal":
    "export const run = () => { let n = 0; const o = { get x() { return ++n; }, set x(v) { n = v; }, ['y' + n]: 1, async z() {}, *w() { yield this.x; } }; o.x = 5; o.x += 1; return [o.x, Object.keys(o), [...o.w()]]; };",
  spreads:
    "export const run = () => { const a = [1, 2], o = { p: 1 }; return [[...a, ...'xy'], { ...o, q: 2, ...null }, Math.max(...a, ...new Set([5])), new Array(...a), new Date(...[2020, 1, 1]).getFullYear()]; };",
  "big integers":
    "export const run = () => { let x = 2n ** 70n; x += 1n; x <<= 2n; return [x, -x, x > 3, 5n / 2n, BigInt.asUintN(8, x), typeof x, [x].includes(x), 3n in { 3: 1 }]; };",
  "sets and maps":
    "export const run = () => { const m = new Map([[1, [2]]]), s = new Set([1]); m.set(2, m.get(1)).set(3, 4); s.add(2).delete(1); return [m, s, m.size, [...m.keys()], m.get(1) === m.get(2), s.union(new Set([7])), new Map(m).get(1) === m.get(1), Object.groupBy([1, 2], (x) => x % 2), Map.groupBy([1, 2], (x) => x % 2)]; };",
  identity:
    "export const run = () => { const a = [1], o = { a }; class P { me() { return this; } } const p = new P(); return [o.a === a, [a].includes(a), [a].indexOf(o.a), p.me() === p, new Set([a, o.a]).size, Object.is(a, o['a']), [a, a][0] === [a, a][1], new Map([[a, 1]]).get(o.a)]; };",
  kinds:
    "export const run = () => { const a = [1]; return [Array.isArray(a), a instanceof Array, JSON.stringify({ a, b: new Float64Array(2) }), `${a}`, String({}), Object.prototype.toString.call(new Map()), typeof a, a.constructor === Array, Object.entries({ a }), [3, 1, 2].sort(), [[1], [2]].flat(), [1].concat([2], 3)]; };",
  "long lists":
    "export const run = () => { const a = Array.from({ length: 100 }, (_, k) => k); a.length = 90; a.push(1, 2); a.unshift(0); a.splice(3, 50, 7); delete a[1]; const b = [...a]; b.reverse(); b.copyWithin(0, 5, 8); return [a.length, 1 in a, b, a.at(-1), a.toSorted((x, y) => y - x), a.with(0, 1).length, a.findLast((x) => x > 5), Object.keys(a).length, JSON.stringify(a)]; };",
  "typed arrays":
    "export const run = () => { const a = Float64Array.from([3, 1, 2]); a.set([5], 1); const b = new Float64Array(40).fill(2); b.set(a, 3); const c = b.subarray(2, 7); c[0] = 9; return [a, [...c], b.length, a.toSorted(), c.map((x) => x + 1), Array.from(b.entries()).length, b.at(-1), c.byteOffset, b.findIndex((x) => x === 9), b.join('').length, a.slice(1), new Float64Array(a), new Int8Array(b).length, 2 in a, Object.keys(a)]; };",
  "a closure as a constructor":
    "export const run = () => { const x = 1; function A() { this.x = x; } A.prototype.f = function () { return this.x; }; const a = new A(); return [a.f(), a instanceof A, typeof a.constructor]; };",
  "a closure that compares itself":
    "export const run = () => { const x = 1; const f = () => (x, f); return [f() === f, new Set([f, f()]).size]; };",
  "a bound function":
    "export const run = () => { function f(a, b) { return [this.k, a, b]; } const g = f.bind({ k: 1 }, 2); return [g(3), g.name, g.length, new (class { constructor() { this.v = 1; } }.bind(null))().v]; };",
  "counters in closures":
    "const counter = () => { let n = 0; return { up: () => ++n, get value() { return n; }, down() { return --n; } }; };\nexport const run = () => { const c = counter(); c.up(); c.up(); c.down(); return [c.value, Object.keys(c)]; };",
  "comparisons of this":
    "class A { constructor() { this.self = this; A.last = this; } is(o) { return this === o && this.self === this; } static of() { return new this(); } }\nexport const run = () => { const a = A.of(); return [a.is(a), A.last === a, a.self === a]; };",
  "dates, expressions, symbols":
    "export const run = () => { const d = new Date(0), r = /(?<y>a+)(b)?/gd, s = Symbol('s'); const m = r.exec('xaab'); return [d.getTime(), +d, m.groups.y, m.indices[1], m.index, 'a-b'.replace(/(\\w)-(\\w)/, (_, x, y) => y + x), { [s]: 1 }[s], s.description, [...'aXbX'.matchAll(/X/g)].map((q) => q.index), 'abc'.split('')]; };",
  resources:
    "export const run = () => { const log = []; { using a = { [Symbol.dispose]() { log.push('a'); } }; const stack = new DisposableStack(); stack.defer(() => log.push('d')); stack.dispose(); log.push('b'); } return log; };",
  "numbers as names":
    "export const run = () => { const o = { 1: 'a', 0x10: 'b', 1.5: 'c' }; let k = 1; return [o[k], o[16], o[k + 0.5], o[`${k}`], o[String(k)], o[[1]], o[{ toString: () => '1' }]]; };",
  "objects that inherit from objects":
    "export const run = () => { const scope = { x: 1, xs: [1] }; const inner = Object.create(scope); inner.x = 2; inner.y = 3; const list = Object.create([5]); list[0] = 6; class Tally extends Map { up(k) { return this.set(k, (this.get(k) ?? 0) + 1); } } Tally.prototype.down = function (k) { return this.set(k, 0); }; const t = new Tally().up('a').up('a').down('b'); return [scope, inner.x, Object.keys(inner), list[0], t.size, t]; };",
  "an order of evaluation":
    "export const run = () => { const log = []; const t = (x, v) => (log.push(x), v); t('o', { a: [0] })[t('k', 'a')][t('i', 0)] = t('v', 1); t('f', (x) => x)(...t('s', [1]), t('l', 2)); const o = t('p', { n: 1 }); o[t('q', 'n')] += t('r', 2); return [log, o]; };",
  "a null that is indexed": "export const run = (k = 'x') => { const o = null; return o[k]; };",
  "a null key":
    "export const run = () => { const o = { null: 1, undefined: 2 }; const k = null; let u; return [o[k], o[u]]; };",
  "a key of another realm of values":
    "export const run = () => { const t = { a: 1 }; const key = { toString() { return 'a'; } }; t[key] += 1; t[key]++; return t; };",
  "a constant before its time":
    "export const run = () => { try { return f(); function f() { return x; } const x = 1; } catch (e) { return e.name; } };",
  "arrays of the library":
    "import * as np from '@deep-dive/ndarray';\nexport const run = () => { const a = np.arange(6).reshape(2, 3); const { shape, size } = a; const k = 'sum'; return [shape, size, a[k](), a.T.shape, [...a.flat], np['arange'](2).data.length, `${a}`]; };",
  "exports by other names":
    "function f() { return 1; }\nconst o = { f };\nexport { f as run, o as 'a b' };",
  "a default that is an expression":
    "const { f } = { f: () => 1 };\nexport default f;\nexport const run = () => f();",
  "html-like and odd texts":
    "export const run = () => { let x = 5; const y = x-->0; return [y, x<!0, '\\u2028', 'a\\\nb', `a\n${`b${'c'}`}`, /[/]\\/(?:)/.source, 1..toString(), 0b11 + 0o7, 1_000]; };",
};
const RULES: CodeRules = { loops: false, forbid: [".sum2", "np.sort2"] };
const HOOK = "hook";
const SYNTAX = { ecmaVersion: "latest", sourceType: "module" } as const;

let turn = 0;
async function outcomeOf(
  text: string,
  globals: Readonly<Record<string, unknown>>,
  around: (run: () => unknown) => unknown,
): Promise<string> {
  const names = { ...globals, theLibrary: np };
  Object.assign(globalThis, names);
  const own = text.replace(
    /import \* as np from '@deep-dive\/ndarray';/,
    "const np = globalThis.theLibrary;",
  );
  try {
    const module = await (import(
      /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(`${own}\n//${turn++}`)}`
    ) as Promise<{ run: () => unknown }>);
    return shown(around(() => module.run()));
  } catch (error) {
    return `throws ${String(error)}`;
  }
}
function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${Array.from(value, shown).join(",")}]`;
  if (value instanceof Map) return `Map${shown([...value])}`;
  if (value instanceof Set) return `Set${shown([...value])}`;
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value)
      .map(([k, v]) => `${k}:${shown(v)}`)
      .join(",")}}`;
  return String(value);
}

test.each(Object.entries(ANSWERS))("%s", async (_, source) => {
  const library = { np: np as never, marshal };
  const stripped = stripTypeScriptTypes(source);
  const tree = parse(stripped, SYNTAX);
  const plain = await outcomeOf(stripped, {}, (run) => run());
  const guarded = new MagicString(stripped);
  writeWraps(guarded, guard(guarded, tree, RULES, HOOK));
  const guards = makeGuards(HOOK, library);
  expect
    .soft(
      await outcomeOf(guarded.toString(), guards.globals, (run) => run()),
      `guarded: ${guarded}`,
    )
    .toBe(plain);
  for (const mode of ["count", "trace"] as const) {
    const metered = new MagicString(stripped);
    writeWraps(metered, [...instrument(tree, HOOK), ...guard(metered, tree, RULES, HOOK)]);
    const meter = makeMeter(mode, HOOK, library);
    const cache = { bytes: 32768, lineBytes: 64, ways: 8 };
    expect
      .soft(
        await outcomeOf(
          metered.toString(),
          { ...guards.globals, ...meter.globals },
          (run) => meter.during(cache, run).result,
        ),
        `${mode}: ${metered}`,
      )
      .toBe(plain);
  }
});
