/**
 * Weak collections of our own: what is put into them is not told to who watches those of the answer (watched.ts).
 *
 * Knows the built-in methods as they were when this file was loaded.
 */
const { set } = WeakMap.prototype;
const { add } = WeakSet.prototype;

export class QuietWeakMap<K extends object, V> extends WeakMap<K, V> {
  override set(key: K, value: V): this {
    set.call(this, key, value);
    return this;
  }
}

export class QuietWeakSet<K extends object> extends WeakSet<K> {
  override add(key: K): this {
    add.call(this, key);
    return this;
  }
}

/** Runs `load`; the weak collections that it makes at once are quiet. */
export function withQuietCollections<T>(load: () => T): T {
  const { WeakMap: map, WeakSet: weakSet } = globalThis;
  Object.assign(globalThis, { WeakMap: QuietWeakMap, WeakSet: QuietWeakSet });
  try {
    return load();
  } finally {
    Object.assign(globalThis, { WeakMap: map, WeakSet: weakSet });
  }
}
