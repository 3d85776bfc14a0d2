/**
 * Division of integers as NumPy does it: by zero gives 0, quotients round down, remainders take the divisor's sign.
 *
 * Knows one element. WebAssembly's own division traps on zero and on the most negative number over -1.
 */
import { type Code, choose, i32, i64, op } from "./assembler.ts";
import type { Expression } from "./elementwise.ts";
import type { Lanes } from "./lanes.ts";

/** `floor_divide`, `remainder` or `fmod` of two elements. */
export function divisionOf(
  name: "floor_divide" | "remainder" | "fmod",
  { type, isSigned }: Lanes,
): Expression {
  const constant = (value: number): Code => (type === "i64" ? i64(BigInt(value)) : i32(value));
  const wide = (flag: Code): Code => (type === "i64" ? op("i64.extend_i32_u", flag) : flag);
  return (f, x, y) => {
    const [a, b, r] = [f.local(type), f.local(type), f.local(type)];
    const isMinusOne = op(`${type}.eq`, b.get, constant(-1));
    /** 1 where the remainder is not zero and its sign is not the divisor's. */
    const isOff = op(
      "i32.and",
      op(`${type}.ne`, r.get, constant(0)),
      op(`${type}.lt_s`, op(`${type}.xor`, r.get, b.get), constant(0)),
    );
    let result: Code;
    if (!isSigned)
      result = op(`${type}.${name === "floor_divide" ? "div_u" : "rem_u"}`, a.get, b.get);
    else if (name === "fmod") result = op(`${type}.rem_s`, a.get, b.get);
    else if (name === "remainder") {
      result = [
        r.set(op(`${type}.rem_s`, a.get, b.get)),
        op(`${type}.add`, r.get, op("select", b.get, constant(0), isOff)),
      ];
    } else {
      const quotient = [
        r.set(op(`${type}.rem_s`, a.get, b.get)),
        op(`${type}.sub`, op(`${type}.div_s`, a.get, b.get), wide(isOff)),
      ];
      result = choose(type, isMinusOne, op(`${type}.sub`, constant(0), a.get), quotient);
    }
    return [a.set(x!), b.set(y!), choose(type, op(`${type}.eqz`, b.get), constant(0), result)];
  };
}
