/**
 * Every table of methods, put on the class: what each public entry loads first, so that arrays are whole whichever one is imported.
 *
 * Knows the tables' names only. A new table is added here.
 */
import "./core.ts";
import "./operators.ts";
import "./picking.ts";
import "./reductions.ts";
import "./sorting.ts";
import "./text.ts";
import "./views.ts";
