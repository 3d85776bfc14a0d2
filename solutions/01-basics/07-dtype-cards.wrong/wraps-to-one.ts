// caught by: card: over the top of an unsigned dtype
// "Begins again", but at 0.
export const answers: Record<string, number | boolean | string> = {
  // The name counts bits, and a byte has eight. complex64 is two float32.
  "bytes of int16": 2,
  "bytes of float32": 4,
  "bytes of float64": 8,
  "bytes of complex64": 8,
  "bytes of complex128": 16,
  // 2 ** 8 patterns, one of them is 0: unsigned ends at 2 ** 8 - 1. Signed gives half of them to negative numbers.
  "largest int8": 127,
  "largest uint8": 255,
  "largest int16": 32767,
  "largest uint16": 65535,
  "largest int32": 2147483647,
  "largest uint32": 4294967295,
  // 0 sits on the side of the positive numbers, so there is one negative number more.
  "smallest int8": -128,
  "smallest int16": -32768,
  "smallest int32": -2147483648,
  // A bit more doubles them; the sign only moves them.
  "values of int8": 256,
  "values of uint8": 256,
  "values of int16": 65536,
  "values of uint16": 65536,
  // The ninth bit is lost: subtract 256, or 65536.
  "uint8 255 + 1": 1,
  "uint8 250 + 10": 5,
  "uint8 200 + 100": 45,
  "uint16 65535 + 3": 3,
  // 127 is 0111_1111; one more is 1000_0000, which reads as -128. Subtract 256 here too.
  "int8 127 + 1": -128,
  "int8 100 + 100": -56,
  "int8 120 + 10": -126,
  "int16 32767 + 1": -32768,
  // The top bit counts 128 for uint8, and -128 for int8. All others count the same.
  "the byte of int8 -1 as uint8": 255,
  "the byte of int8 -128 as uint8": 128,
  "the byte of int8 -2 as uint8": 254,
  "the byte of uint8 255 as int8": -1,
  "the byte of uint8 128 as int8": -128,
  // Towards zero, not down.
  "-2.7 cast to int32": -2,
  "-1.5 cast to int32": -1,
  "-0.9 cast to int32": 0,
  "-3.1 cast to int32": -3,
  // Halves and quarters are exact in binary. 0.1 is rounded by both, and float32 rounds sooner.
  "float32 0.1 equals float64 0.1": false,
  "float32 0.5 equals float64 0.5": true,
  "float32 0.3 equals float64 0.3": false,
  "float32 0.25 equals float64 0.25": true,
  "float32 0.7 equals float64 0.7": false,
  "float32 0.75 equals float64 0.75": true,
  // float32 has 24 binary digits, float64 53. Unsigned cannot hold what is negative.
  "float64 holds every int32": true,
  "float32 holds every int32": false,
  "float32 holds every int16": true,
  "int8 holds every uint8": false,
  "int16 holds every uint8": true,
  "uint16 holds every int8": false,
  // Beyond 2 ** digits only even numbers are left, so + 1 is rounded away and + 2 is not.
  "float64 2**53 + 1 - 2**53": 0,
  "float32 2**24 + 1 - 2**24": 0,
  "float64 2**53 + 2 - 2**53": 2,
  "float32 2**24 + 2 - 2**24": 2,
  // Every number but 0 is true, and true is 1.
  "200 as bool, as int32": 1,
  "-3 as bool, as int32": 1,
  "0.5 as bool, as int32": 1,
  "2 as bool, as int32": 1,
  // It must hold both: negative numbers, and all that unsigned reaches.
  "dtype of int8 + uint8": "int16",
  "dtype of int16 + uint16": "int32",
  "dtype of uint32 + int32": "int64",
  "dtype of uint16 + int8": "int32",
};
