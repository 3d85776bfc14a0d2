// caught by: a view that starts at 10 and steps by -3 has [2] at 4
// Right for every fresh array, and for no slice.
/**
 * 2.01 Where does element [i, j] lie? The one formula on which every array stands.
 *
 * NumPy's `a.strides` counts bytes. Here, and in all of this topic, strides count elements of `data`,
 * as a typed array's own index does. Topic 3 goes down to bytes.
 */

/** An array as plain data: where its elements lie, and how to walk from one to the next. */
export interface View<Data extends ArrayLike<number> = Float64Array> {
  /** The memory. It may hold more than this view shows, and other views may show the same. */
  readonly data: Data;
  /** Lengths of the axes. */
  readonly shape: readonly number[];
  /** For each axis: how far apart in `data` two neighbours lie. May be negative, may be 0. */
  readonly strides: readonly number[];
  /** Where in `data` element [0, 0, …] lies. */
  readonly offset: number;
}

/**
 * The position in `view.data` of the element at `index`, one whole number for each axis.
 *
 * All indices lie inside their axes; nothing is checked here. A 0-d view has the index [].
 *
 * @example offsetOf({ data, shape: [2, 3], strides: [3, 1], offset: 0 }, [1, 2]) // 5
 * @example offsetOf({ data, shape: [2, 3], strides: [1, 2], offset: 0 }, [1, 2]) // 5, and [1, 0] is at 1
 */
export function offsetOf(view: View<ArrayLike<number>>, index: readonly number[]): number {
  let place = 0;
  for (const [axis, i] of index.entries()) place += i * view.strides[axis]!;
  return place;
}
