/**
 * A failed test's memory as a figure: the drawing, the facts beside it, and what its marks mean.
 */
import { type CellMark, type Fact, type Picture, VERBS } from "../../judge/picture.ts";
import { escapeHtml } from "../escape.ts";
import { meaningOf, memorySvg } from "../memory-svg.ts";

/** The figure. */
export function pictureFigure(picture: Picture): string {
  const { call, counts = "bytes", hiddenBefore, hiddenAfter, verb = "read" } = picture;
  const used = new Set(picture.cells.map((c) => c.mark));
  const keys = (["picked", "extra", "missing"] as const)
    .filter((mark) => used.has(mark))
    .map((mark) => key(mark, picture));
  const hidden = hiddenBefore + hiddenAfter;
  const notes = [
    ...keys,
    ...(picture.cells.some((c) => c.text === "") ? ["<span>? lies outside the memory</span>"] : []),
    ...(hidden > 0
      ? [`<span>${hidden === 1 ? "1 cell is" : `${hidden} cells are`} not drawn</span>`]
      : []),
    `<span>places count ${counts}</span>`,
  ];
  return `<figure class="picture"><figcaption>What <code>${escapeHtml(call ?? "it")}</code> ${VERBS[verb]}</figcaption><div class="sides"><div class="scroll" tabindex="0" role="region" aria-label="memory">${memorySvg(picture)}</div>${factList(picture.facts)}</div><p class="soft keys">${notes.join("")}</p></figure>`;
}

function key(mark: Exclude<CellMark, "none">, picture: Picture): string {
  const cross = mark === "extra" ? '<path class="cross" d="M3 15L21 3"/>' : "";
  return `<span><svg class="memory key" aria-hidden="true" viewBox="0 0 24 18" width="24" height="18"><rect class="cell ${mark}" x="3" y="3" width="18" height="12" rx="3"/>${cross}</svg>${meaningOf(mark, picture)}</span>`;
}

function factList(facts: readonly Fact[]): string {
  if (facts.length === 0) return "";
  const rows = facts.map(({ name, value, wanted }) =>
    wanted === undefined
      ? `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`
      : `<dt>${escapeHtml(name)}</dt><dd><span class="failed">${escapeHtml(value)}</span>, should be <span class="passed">${escapeHtml(wanted)}</span></dd>`,
  );
  return `<dl class="facts">${rows.join("")}</dl>`;
}
