/** What the guest's copy of the library is made of: the public namespace, and the marshalling beside it. */
import * as np from "@deep-dive/ndarray";
import * as marshal from "@deep-dive/ndarray/marshal";

export { marshal, np };
