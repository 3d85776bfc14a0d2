/**
 * Every error the library throws, and every sentence it says.
 *
 * Knows NumPy's wording; never touches an array. A sentence is built once, here.
 * Class names are fields, so that frozen prototypes stay frozen.
 */

/** An argument has the right type but an impossible value. */
export class ValueError extends Error {
  override readonly name: string = "ValueError";
}

/** An index lies outside its axis, or is not an index at all. */
export class IndexError extends Error {
  override readonly name: string = "IndexError";
}

/** A value does not fit the integer type it is asked to become. */
export class OverflowError extends Error {
  override readonly name: string = "OverflowError";
}

/** A matrix has no inverse, an iteration does not converge. Source: numpy.linalg.LinAlgError */
export class LinAlgError extends ValueError {
  override readonly name: string = "LinAlgError";
}

/** An axis that the array does not have; a `ValueError`, as NumPy's is. */
export class AxisError extends ValueError {
  override readonly name: string = "AxisError";

  /** Either the axis and the number of dimensions, or a whole sentence. */
  constructor(axis: number | string, ndim?: number) {
    super(
      typeof axis === "string"
        ? axis
        : `axis ${axis} is out of bounds for array of dimension ${ndim}`,
    );
  }
}

/** A shape as Python prints a tuple: `()`, `(3,)`, `(3,4)`. NumPy leaves out the blanks in most sentences. */
export function tupleText(shape: readonly number[], separator = ","): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(separator)})`;
}

/** The sentence for shapes that do not line up. */
export function cannotBroadcast(shapes: readonly (readonly number[])[]): string {
  return `operands could not be broadcast together with shapes ${shapes.map((s) => tupleText(s)).join(" ")}`;
}

/** The sentence for whole numbers raised to negative ones, which would need a float. */
export function negativePower(): string {
  return "Integers to negative integer powers are not allowed.";
}

/** The sentences for threads that cannot be had. */
export function wrongThreadCount(count: number): string {
  return `the number of threads must be a whole number from 1 to 64, not ${count}`;
}

export function threadsTooLate(count: number): string {
  return `${count} threads were asked for after the first array was made; the memory they share is chosen before it`;
}

export function threadsUnavailable(count: number): string {
  return `${count} threads were asked for, but there are no worker threads here`;
}

/** The sentence for differences of booleans. */
export function noBooleanSubtract(): string {
  return "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.";
}

/** The sentence for dtypes that none of a ufunc's loops takes. */
export function noLoopFor(name: string): string {
  return (
    `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced ` +
    `to any supported types according to the casting rule ''safe''`
  );
}

/** The same for ufuncs whose operands all have one dtype, which NumPy resolves in another place. */
export function noUniformLoopFor(
  name: string,
  dtypes: readonly (string | null)[],
  output: string | null = null,
): string {
  const classOf = (d: string | null): string =>
    d === null ? "None" : `<class 'numpy.dtypes.${dtypeClass(d)}'>`;
  const classes = dtypes.map(classOf);
  const given = classes.length === 1 ? classes[0]! : `(${classes.join(", ")})`;
  return `ufunc '${name}' did not contain a loop with signature matching types ${given} -> ${classOf(output)}`;
}

function dtypeClass(dtype: string): string {
  const name = dtype.startsWith("uint")
    ? `UInt${dtype.slice(4)}`
    : dtype[0]!.toUpperCase() + dtype.slice(1);
  return `${name}DType`;
}

/** The sentence for a `dtype` that a ufunc has no loop for. */
export function noLoopOfType(name: string): string {
  return `No loop matching the specified signature and casting was found for ufunc ${name}`;
}

/** The sentence for a fold whose loop takes and gives different dtypes. */
export function cannotFold(name: string, method: string, dtypes: readonly string[]): string {
  return `the resolved dtypes are not compatible with ${name}.${method}. Resolved (${dtypes.map((d) => `dtype('${d}')`).join(", ")})`;
}

/** The sentence for a cast of a ufunc's operand that the casting rule forbids; `place` is "input 0" or "output". */
export function cannotCastUfunc(
  name: string,
  place: string,
  from: string,
  to: string,
  casting: string,
): string {
  return `Cannot cast ufunc '${name}' ${place} from dtype('${from}') to dtype('${to}') with casting rule '${casting}'`;
}

/** The sentence for an array that would have to become another dtype and may not. */
export function cannotCastArray(from: string, to: string, casting: string, ndim = 1): string {
  return `Cannot cast ${ndim === 0 ? "scalar" : "array data"} from dtype('${from}') to dtype('${to}') according to the rule '${casting}'`;
}

/** The sentence for a Python scalar that the rule "equiv" keeps from another dtype than its own. */
export function cannotCastPython(kind: string, to: string, casting: string): string {
  return `cannot cast Python ${kind} to ${to} under the casting rule '${casting}'`;
}

/** The same where NumPy's iterator makes the cast. */
export function cannotIterate(operand: number, from: string, to: string, casting: string): string {
  return `Iterator operand ${operand} dtype could not be cast from dtype('${from}') to dtype('${to}') according to the rule '${casting}'`;
}

/** The sentence for a reduction over nothing. */
export function emptyReduction(name: string): string {
  return `zero-size array to reduction operation ${name} which has no identity`;
}

/** The sentence for a whole number that an integer dtype cannot hold; NumPy first asks for a C long. */
export function outOfBounds(value: number | bigint, dtype: string): string {
  const most = dtype === "uint32" || dtype === "uint64" ? 2n ** 64n : 2n ** 63n;
  const isLong = value >= -(2n ** 63n) && value < most;
  return isLong
    ? `Python integer ${value} out of bounds for ${dtype}`
    : "Python int too large to convert to C long";
}

/** The sentence for an output whose axes were matched with an input's and do not fit; NumPy shows both. */
export function cannotRemap(...operands: readonly (readonly string[])[]): string {
  return `operands could not be broadcast together with remapped shapes [original->remapped]: ${operands.map((o) => o.join("->")).join(" ")}`;
}

/** The sentence for an array that would have to be copied and may not. */
export function cannotAvoidCopy(): string {
  return (
    "Unable to avoid copy while creating an array as requested.\n" +
    "If using `np.array(obj, copy=False)` replace it with `np.asarray(obj)` to allow a copy when needed (no behavior change in NumPy 1.x).\n" +
    "For more details, see https://numpy.org/devdocs/numpy_2_0_migration_guide.html#adapting-to-changes-in-the-copy-keyword."
  );
}

/** The sentence for a value that does not broadcast to where it is written. */
export function cannotFill(from: readonly number[], to: readonly number[]): string {
  return `could not broadcast input array from shape ${tupleText(from)} into shape ${tupleText(to)}`;
}

/** The same where the place is picked by an array of indices. */
export function cannotFillIndexed(from: readonly number[], to: readonly number[]): string {
  return `shape mismatch: value array of shape ${tupleText(from)} could not be broadcast to indexing result of shape ${tupleText(to)}`;
}

/** The sentence for as many values as a mask has no places for. */
export function cannotFillMask(given: number, places: number): string {
  return `NumPy boolean array indexing assignment cannot assign ${given} input values to the ${places} output values where the mask is true`;
}

/** The sentence for a ufunc that was called with fewer inputs than it takes. */
export function missingInput(name: string, nin: number, nout: number, given: number): string {
  return `${name}() takes from ${nin} to ${nin + nout} positional arguments but ${given} ${given === 1 ? "was" : "were"} given`;
}
