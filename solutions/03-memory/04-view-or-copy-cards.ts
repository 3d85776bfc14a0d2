/**
 * 3.04 Cards: a view or a copy?
 */

export function answers(): string[] {
  return [
    "view", // a slice
    "copy", // a list may name any rows: no strides could say it
    "view", // the strides change places
    "view", // no gaps, so other axes can be cut
    "copy", // columns end to end: no single stride
    "copy", // how many there are is known only when the mask was read
    "view", // ravel copies only if it must
    "copy", // flatten always does
    "view", // rows of six: every second element, even across the end of a row
    "copy", // arithmetic makes new values
    "copy", // astype copies unless told not to
    "view", // it is a itself
    "view", // one more axis of length 1
    "view", // stride 0
    "view", // the same bytes, eight of them for each element
    "copy", // joining always writes to fresh memory, even one array
  ];
}
