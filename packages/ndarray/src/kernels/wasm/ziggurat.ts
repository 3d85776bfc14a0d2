/**
 * Normal and exponential numbers by the ziggurat method: nearly always one lookup, one multiplication, one comparison.
 *
 * One template for doubles and floats: a number's bits name a layer, a sign and a size. What lies outside a layer's inner part goes to
 * a function of its own, which draws more, asks the host for logarithms and exponentials, and gives NaN to start anew.
 * The formulas are those of `random/ziggurat.ts`, in the same order.
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  call,
  choose,
  f64,
  i32,
  op,
  store,
  when,
  whileLoop,
} from "./assembler.ts";
import type { HostFunction } from "./module.ts";
import { Stream } from "./pcg64.ts";
import { Width, type Ziggurat } from "./ziggurat-width.ts";

export const ZIGGURAT_HOST: readonly HostFunction[] = [
  { name: "exp", params: ["f64"], results: ["f64"], run: Math.exp },
  { name: "log1p", params: ["f64"], results: ["f64"], run: Math.log1p },
];
const [EXP, LOG1P, UNIFORM, CAREFUL] = [0, 1, 2, 3]; // functions by their numbers: the host's come first

/** "fill" (address, number of elements), and what it calls; they need ZIGGURAT_HOST. */
export function zigguratFunctions(ziggurat: Ziggurat): FunctionBuilder[] {
  const width = new Width(ziggurat);
  return [uniformFunction(width), carefulFunction(width), fillFunction(width)];
}

function fillFunction(width: Width): FunctionBuilder {
  const { ziggurat, real, size } = width;
  const f = new FunctionBuilder("fill", ["i32", "i32"]);
  const [to, end] = f.params as [Local, Local]; // as declared
  const stream = new Stream(f);
  const body: Code[] = [];
  const word = drawnWord(width, f, stream, body);
  const layer = f.keep("i32", width.layer(word), body);
  const units = f.keep(width.word, width.units(word), body);
  const product = width.r("mul", op(`${real}.convert_${width.word}_s`, units), width.width(layer));
  const x = f.local(real);
  body.push(
    x.set(ziggurat.isNormal ? width.signed(product, word, 8) : product),
    when(width.w("ge_u", units, width.inside(layer)), [
      stream.close,
      x.set(call(CAREFUL, word, x.get)),
      stream.open,
    ]),
    store(`${real}.store`, to.get, x.get),
    to.advance(op("i32.mul", width.r("eq", x.get, x.get), i32(size))), // not where it starts anew
  );
  f.body = [
    stream.open,
    end.set(op("i32.add", to.get, op("i32.mul", end.get, i32(size)))),
    whileLoop(op("i32.lt_u", to.get, end.get), body),
    stream.close,
  ];
  return f;
}

/** The next 64 or 32 bits. */
function drawnWord(width: Width, f: FunctionBuilder, stream: Stream, into: Code[]): Code {
  if (width.word === "i64") {
    into.push(stream.step);
    return f.keep("i64", stream.bits, into);
  }
  const word = f.local("i32");
  into.push(stream.next32(word));
  return word.get;
}

/** The next number in [0, 1). */
function uniformFunction(width: Width): FunctionBuilder {
  const f = new FunctionBuilder(null, [], [width.real]);
  const stream = new Stream(f);
  const body: Code[] = [stream.open];
  const word = drawnWord(width, f, stream, body);
  const [unused, unit] = width.size === 8 ? [11n, 2 ** -53] : [8n, 2 ** -24];
  const whole = width.w("shr_u", word, width.bits(unused));
  const real = op(`${width.real}.convert_${width.word}_s`, whole);
  f.body = [body, stream.close, width.r("mul", real, width.constant(unit))];
  return f;
}

/** (word, x): the number that comes of `x` outside the inner part of its layer, or NaN. */
function carefulFunction(width: Width): FunctionBuilder {
  const { real, ziggurat } = width;
  const f = new FunctionBuilder(null, [width.word, real], [real]);
  const [word, x] = f.params.map((p) => p.get) as [Code, Code]; // as declared
  const layer = f.local("i32");
  const bottom = f.local(real);
  const uniform = call(UNIFORM);
  const height = width.r(
    "add",
    width.r("mul", width.r("sub", width.density(layer.get, -1), bottom.get), uniform),
    bottom.get,
  );
  const half = op("f64.mul", op("f64.mul", f64(-0.5), width.double(x)), width.double(x));
  const isUnder = ziggurat.isNormal
    ? op("f64.lt", width.double(height), call(EXP, half))
    : width.r("lt", height, width.hosted(EXP, width.r("neg", x)));
  f.body = [
    layer.set(width.layer(word)),
    choose(
      real,
      op("i32.eqz", layer.get),
      ziggurat.isNormal ? normalTail(width, f, word) : exponentialTail(width),
      [bottom.set(width.density(layer.get, 0)), choose(real, isUnder, x, width.constant(NaN))],
    ),
  ];
  return f;
}

/** The logarithm of a number in (0, 1]. */
function logarithm(width: Width): Code {
  return width.hosted(LOG1P, width.r("neg", call(UNIFORM)));
}

function exponentialTail(width: Width): Code {
  return width.r("sub", width.constant(width.ziggurat.tail), logarithm(width));
}

function normalTail(width: Width, f: FunctionBuilder, word: Code): Code {
  const { real, ziggurat } = width;
  const [x, y] = [f.local(real), f.local(real)];
  const inverse = real === "f64" ? 1 / ziggurat.tail : Math.fround(1 / ziggurat.tail);
  const draw = [
    x.set(width.r("mul", width.constant(-inverse), logarithm(width))),
    y.set(width.r("neg", logarithm(width))),
  ];
  const isOut = width.r("le", width.r("add", y.get, y.get), width.r("mul", x.get, x.get));
  const beyond = width.r("add", width.constant(ziggurat.tail), x.get);
  return [draw, whileLoop(isOut, draw), width.signed(beyond, word, 17)];
}
