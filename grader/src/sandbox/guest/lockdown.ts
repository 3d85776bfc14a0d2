/**
 * Making the realm safe to share with code we do not trust: what it must not touch is taken away, the rest is frozen.
 *
 * Knows JavaScript's globals, nothing of courses. Runs once, after the library is loaded and before the learner's text is
 * compiled. `--frozen-intrinsics` would slow the library down and leave its classes open; Object.freeze does neither.
 */

/** What stays global. Everything else goes: process, timers, fetch, WebAssembly, workers, channels, and what comes next. */
const KEPT: ReadonlySet<string> = new Set(
  `globalThis Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise
  RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError
  DisposableStack JSON Math ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array
  Uint32Array Float16Array Float32Array Float64Array BigInt64Array BigUint64Array BigInt Map Set WeakMap WeakSet WeakRef
  Proxy Reflect Iterator isFinite isNaN decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape
  TextEncoder TextDecoder structuredClone`.split(/\s+/),
);

/** Deletes every other global, by name and by symbol. */
export function removeGlobals(): void {
  for (
    let scope: object | null = globalThis;
    scope !== null && scope !== Object.prototype;
    scope = Object.getPrototypeOf(scope) as object | null
  ) {
    for (const key of Reflect.ownKeys(scope)) {
      if (typeof key === "string" && KEPT.has(key)) continue;
      if (key === "constructor" && scope !== globalThis) continue;
      if (!Reflect.deleteProperty(scope, key))
        Object.defineProperty(scope, key, { value: undefined });
    }
  }
}

/** Freezes everything reachable from the globals, from syntax, and from `more`; then the globals themselves. */
export function freezeRealm(more: readonly unknown[]): void {
  openErrorFields();
  freezeDeep([
    ...hiddenIntrinsics(),
    ...more,
    ...Reflect.ownKeys(globalThis).map((key) => Reflect.get(globalThis, key) as unknown),
  ]);
  for (const key of Reflect.ownKeys(globalThis)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(globalThis, key);
    if (descriptor?.configurable === true)
      Object.defineProperty(globalThis, key, {
        value: Reflect.get(globalThis, key) as unknown,
        writable: false,
        configurable: false,
      });
  }
  Object.preventExtensions(globalThis);
}

/** Objects that no global names but syntax makes: iterators, generators, async functions. */
function hiddenIntrinsics(): unknown[] {
  return [
    [][Symbol.iterator](),
    new Map().entries(),
    new Set().values(),
    ""[Symbol.iterator](),
    "a".matchAll(/a/g),
    [].values().map((x) => x),
    Iterator.from({ next: () => ({ done: true, value: undefined }) }),
    function* () {},
    async function () {},
    async function* () {},
    (function* () {})(),
    (async function* () {})(),
    () => {},
    (function () {
      return arguments;
    })(),
  ];
}

/**
 * Lets `error.name = …` work although the prototypes are frozen: a frozen data property would forbid it to every error.
 */
function openErrorFields(): void {
  for (const kind of [
    Error,
    AggregateError,
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  ]) {
    for (const key of ["name", "message"] as const) {
      const value = kind.prototype[key];
      const prototype = kind.prototype;
      Object.defineProperty(prototype, key, {
        get: () => value,
        set(this: object, given: unknown) {
          if (this !== prototype)
            Object.defineProperty(this, key, { value: given, writable: true, configurable: true });
        },
        configurable: false,
      });
    }
  }
}

function freezeDeep(roots: readonly unknown[]): void {
  const seen = new Set<unknown>([globalThis]);
  const waiting: unknown[] = [...roots];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (
      (typeof value !== "object" && typeof value !== "function") ||
      value === null ||
      seen.has(value)
    )
      continue;
    seen.add(value);
    if (!ArrayBuffer.isView(value) || value.byteLength === 0) Object.freeze(value); // elements cannot be frozen
    waiting.push(Object.getPrototypeOf(value));
    if (ArrayBuffer.isView(value)) continue;
    const isFunction = typeof value === "function";
    if (isFunction && isPlain(value)) continue;
    const isModule = !isFunction && isNamespace(value);
    for (const key of Reflect.ownKeys(value)) {
      const descriptor = Reflect.getOwnPropertyDescriptor(value, key);
      if (descriptor !== undefined) waiting.push(descriptor.value, descriptor.get, descriptor.set);
      if (isModule) waiting.push(Reflect.get(value, key));
    }
  }
}

/** A bundle's namespace: what it exports lies behind getters of the bundler's. */
function isNamespace(value: object): boolean {
  return Reflect.getOwnPropertyDescriptor(value, Symbol.toStringTag)?.value === "Module";
}

/**
 * Whether a function of ours leads nowhere: it has no fields, and nothing inherits from its `prototype`, which is not
 * even made before somebody asks for it. Asking hundreds of them takes longer than all the rest.
 */
function isPlain(value: object): boolean {
  if (Object.keys(value).length > 0) return false;
  const text = Function.prototype.toString.call(value);
  return /^(?:\(|\w+\s*=>|function\s*\w*\s*\()/.test(text) && !text.endsWith("{ [native code] }");
}
