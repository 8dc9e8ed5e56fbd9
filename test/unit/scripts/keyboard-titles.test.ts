// A title that tells of the keyboard is a promise: a story that only says so would let in a mouse without anybody noticing.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What a story says that is told with keys. */
const saysKeyboard = /\b(?:keyboard|keys alone|by (?:its |their )?keys?)\b/i;
/** What it says where the mouse has a part in it, and is meant to. */
const saysMouse = /\b(?:drag\w*|mouse|clicks?|by hand|wheel|pointer)\b/i;

it.each(readdirSync('test/e2e'))('what %s tells of the keyboard is held to its keys', (file) => {
  const text = readFileSync(`test/e2e/${file}`, 'utf8');
  const unwatched = [...text.matchAll(/^( *)test\(\s*(['`])(?<title>.*?)\2,(?<body>[\s\S]*?)^\1\}\);$/gm)]
    .map(({ groups = {} }) => ({ title: groups['title'] ?? '', body: groups['body'] ?? '' }))
    .filter(({ title }) => saysKeyboard.test(title) && !saysMouse.test(title))
    .filter(({ body }) => !/keysOnly\(/.test(body) || !/\.intrusions\(\)\)\.toEqual\(\[\]\)/.test(body));
  expect(unwatched.map(({ title }) => title)).toEqual([]);
});
