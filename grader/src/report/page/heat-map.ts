/**
 * A traced call's cache lines as a map: one cell a line (or several), the stronger in colour the more often it was missed.
 *
 * Knows figures; the words beside the map say what its colours say.
 */
import type { MeasureRecord } from "../../judge/record.ts";
import { escapeHtml } from "../escape.ts";

type Heat = NonNullable<MeasureRecord["heat"]>[number];

const CELL = 10;
const COLUMNS = 64;
/** Shades from "never missed" to "missed most"; the style sheet paints them. */
const SHADES = 5;

/** A figure for each array of the call; nothing where nothing was traced. */
export function heatMaps(m: MeasureRecord): string {
  const heats = m.heat ?? [];
  if (heats.length === 0) return "";
  const maps = heats.map((heat, k) => heatMap(heat, `array ${k + 1}`));
  return `<div class="heats">${maps.join("")}</div>`;
}

function heatMap({ bytes, linesPerBin, touches, misses }: Heat, name: string): string {
  const most = Math.max(1, ...misses);
  const rows = Math.ceil(misses.length / COLUMNS);
  const columns = Math.min(COLUMNS, misses.length);
  const cells = misses.map((missed, k) => {
    const [x, y] = [(k % COLUMNS) * CELL, Math.floor(k / COLUMNS) * CELL];
    return `<rect class="heat-${shadeOf(missed, most)}" x="${x}" y="${y}" width="${CELL - 1}" height="${CELL - 1}"/>`;
  });
  const sum = (list: readonly number[]): number => list.reduce((total, n) => total + n, 0);
  const share = (sum(misses) / Math.max(1, sum(touches))) * 100;
  const unit = linesPerBin === 1 ? "one line" : `${linesPerBin} lines in a row`;
  const words = `${name}, ${bytes} bytes: ${sum(touches)} touches, ${sum(misses)} misses (${share.toFixed(share < 1 ? 1 : 0)} %); at most ${most} on ${unit}`;
  return `<figure><svg class="heat" role="img" viewBox="0 0 ${columns * CELL} ${rows * CELL}" width="${columns * CELL}" height="${rows * CELL}"><title>${escapeHtml(`Cache lines of ${words}`)}</title>${cells.join("")}</svg><figcaption class="soft">${escapeHtml(words)}. One square is ${unit}${most > 1 ? "; the stronger its colour, the more misses" : ""}.</figcaption></figure>`;
}

/** 0 for none, else 1 to SHADES, evenly on a log scale: once and twice differ, 100 and 101 do not. */
function shadeOf(missed: number, most: number): number {
  if (missed === 0) return 0;
  if (most === 1) return 1;
  return 1 + Math.round((Math.log(missed) / Math.log(most)) * (SHADES - 1));
}
