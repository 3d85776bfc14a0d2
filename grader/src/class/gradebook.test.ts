import { describe, expect, test } from "vitest";
import { inertCell, readTable } from "./csv-table.ts";
import { gradebook } from "./gradebook.ts";
import { readRoster } from "./roster.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const CANVAS = `Student,ID,SIS User ID,SIS Login ID,Section,Arrays (77),Other (78)
    Points Possible,,,,,10,5
"Lovelace, Ada",1,S1,ada,A,,4
"=HYPERLINK(""x"")",2,S2,bob,A,EX,
`;

const options = {
  column: "Arrays",
  maxPoints: 12,
  pointsOf: (key: string): number | null => (key === "ada" || key === "a1" ? 11 : null),
  feedbackOf: (key: string): string => `=SUM(1) for ${key}`,
};

describe("a Canvas export", () => {
  const roster = readRoster(bytes(CANVAS), "canvas.csv");

  test("is recognized, and its points row is no student", () => {
    expect(roster.kind).toBe("canvas");
    expect(roster.students.map((s) => s.key)).toEqual(["ada", "bob"]);
  });

  test("gets its own column filled, and nothing else touched but a name that is a formula", () => {
    const lines = gradebook(roster, options).trimEnd().split("\n");
    expect(lines[0]).toBe("Student,ID,SIS User ID,SIS Login ID,Section,Arrays (77),Other (78)");
    expect(lines[1]).toBe("    Points Possible,,,,,12,5");
    expect(lines[2]).toBe('"Lovelace, Ada",1,S1,ada,A,11,4');
    expect(lines[3]).toBe(`"'=HYPERLINK(""x"")",2,S2,bob,A,EX,`);
  });
});

test("a Moodle export gets grade and feedback side by side, with feedback that is no formula", () => {
  const roster = readRoster(
    bytes("Username,ID number,Email address\na1,7,a@x.org\nb2,8,b@x.org\n"),
    "moodle.csv",
  );
  expect(roster.kind).toBe("moodle");
  const lines = gradebook(roster, options).trimEnd().split("\n");
  expect(lines[0]).toBe("Username,ID number,Email address,Arrays,Arrays feedback");
  expect(lines[1]).toBe("a1,7,a@x.org,11,'=SUM(1) for a1");
  expect(lines[2]).toBe("b2,8,b@x.org,,'=SUM(1) for b2");
});

test("semicolons, a byte order mark, UTF-16 and Latin-1 are read", () => {
  expect(readRoster(bytes("\ufeffusername;name\nzoé;Zoé\n"), "r.csv").students[0]!.key).toBe("zoé");
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...[..."username\nx1\n"].flatMap((c) => [c.charCodeAt(0), 0]),
  ]);
  expect(readRoster(utf16, "r.csv").students[0]!.key).toBe("x1");
  expect(readRoster(utf16.subarray(2), "r.csv").students[0]!.key).toBe("x1");
  const latin = Uint8Array.from("username,name\nzoe,Zo\u00e9\n", (c) => c.charCodeAt(0));
  expect(readRoster(latin, "r.csv").students[0]!.name).toBe("Zoé");
});

describe("a roster that cannot be used says why", () => {
  test.each([
    ["", /is empty/],
    [
      "name\nAda\n",
      /no column that tells students apart, such as "username", "id", "email"; it has "name"/,
    ],
    ["username\nada\nADA\n", /rows 2 and 3 are both "ADA"/],
    ["username,name\nada\n", /row 2: 1 cells, but the header has 2/],
    ["username,name\n,Ada\n", /row 2: no user name/],
    ['username\n"ada\n', /is no CSV file/],
    ["username\n", /lists no student/],
    ["username,id\nada,7\nbob,7\n", /rows 2 and 3 are both "7"/],
    ["PK\u0003\u0004...", /is a spreadsheet or a zip: save it as CSV/],
    ["username\nad\u0000a\n", /is no text: it holds null characters/],
  ])("%j", (text, sentence) => {
    expect(() => readRoster(bytes(text), "r.csv")).toThrow(sentence);
  });
});

test("cells that a spreadsheet would run are made inert, numbers stay numbers", () => {
  expect(["=1+1", "+x", "@x", "-x", "-3.5", "7", "a"].map(inertCell)).toEqual([
    "'=1+1",
    "'+x",
    "'@x",
    "'-x",
    "-3.5",
    "7",
    "a",
  ]);
  expect(readTable(bytes("a\tb\n1\t2\n"), "t").delimiter).toBe("\t");
});
