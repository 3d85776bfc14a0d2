/**
 * Quickselect of doubles: the elements of some neighbouring places, as if the row were sorted.
 *
 * Knows rows of doubles. It is quicksort that goes on only where those places are: smaller elements lie before them, larger
 * ones behind, in no order.
 */
import {
  type Code,
  FunctionBuilder,
  type Local,
  call,
  i32,
  op,
  when,
  whileLoop,
} from "./assembler.ts";
import { medianFunction, partition, pivotOf } from "./quicksort.ts";
import { budgetFor, numbersFirst } from "./sort-doubles.ts";
import { LONGEST, NETWORKS, networkFunctions } from "./sorting-network.ts";

const [NETWORK, MEDIAN, OWN] = [NETWORKS - 1, NETWORKS, NETWORKS + 1] as const;

/** "select" (row, n, first place, last place, spare row, work): settles these places of the row; nan goes to the end. */
export function quickselectFunctions(): FunctionBuilder[] {
  return [...networkFunctions(0), medianFunction(), settleFunction(), selectFunction()];
}

function selectFunction(): FunctionBuilder {
  const f = new FunctionBuilder("select", ["i32", "i32", "i32", "i32", "i32", "i32"]);
  const [row, n, first, last, spare, work] = f.params as [Local, Local, Local, Local, Local, Local]; // as declared
  const count = f.local("i32");
  f.body = [
    numbersFirst(f, row, n, count),
    call(OWN, row.get, count.get, first.get, last.get, spare.get, work.get, budgetFor(count)),
  ];
  return f;
}

/** (row, n, first, last, spare, work, budget), for doubles without nan; places beyond the row count for nothing. */
function settleFunction(): FunctionBuilder {
  const f = new FunctionBuilder(null, ["i32", "i32", "i32", "i32", "i32", "i32", "i32"]);
  const [row, n, first, last, spare, work, budget] = f.params as [
    ...[Local, Local, Local, Local],
    ...[Local, Local, Local],
  ]; // as declared
  const pivot = f.local("f64");
  const [end, low, count] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const split = (relation: "lt" | "le"): Code => [
    partition(f, relation, pivot, row, end, spare, low),
    count.set(op("i32.shr_u", op("i32.sub", low.get, row.get), i32(3))),
  ];
  const front = n.set(count.get);
  const back = [
    row.set(low.get),
    n.set(op("i32.sub", n.get, count.get)),
    first.set(op("i32.sub", first.get, count.get)),
    last.set(op("i32.sub", last.get, count.get)),
  ];
  const both = [
    call(OWN, row.get, count.get, first.get, last.get, spare.get, work.get, budget.get),
    first.set(count.get),
    back,
  ];
  const step = [
    end.set(op("i32.add", row.get, op("i32.shl", n.get, i32(3)))),
    budget.advance(i32(-1)),
    pivot.set(pivotOf(f, MEDIAN, row, n, end, budget)),
    split("lt"),
    // Where the pivot is the least of all, what equals it is in its place.
    when(op("i32.eqz", count.get), [
      split("le"),
      first.set(op("select", first.get, count.get, op("i32.gt_s", first.get, count.get))),
    ]),
    when(
      op("i32.ge_s", first.get, count.get),
      back,
      when(op("i32.lt_s", last.get, count.get), front, both),
    ),
    when(op("i32.gt_s", first.get, last.get), op("return")),
  ];
  f.body = [
    whileLoop(op("i32.gt_u", n.get, i32(LONGEST)), step),
    when(op("i32.gt_u", n.get, i32(1)), call(NETWORK, row.get, n.get, work.get)),
  ];
  return f;
}
