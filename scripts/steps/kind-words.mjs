// The forms in which the name of a kind of node is written, made from the one that was typed.
import { Stop } from './project.mjs';

/**
 * @typedef {object} KindWords
 * @property {string} kind as documents have it: `say-aloud`
 * @property {string} camel `sayAloud`
 * @property {string} pascal `SayAloud`
 * @property {string} title as the window has it: `Say Aloud`
 * @property {string} key as a key of an object: `'say-aloud'`, and `say` without quotes
 */

/**
 * The forms of a name, which is a word or some of them with hyphens; anything else is refused.
 *
 * @param {string} kind
 * @returns {KindWords}
 */
export function kindWords(kind) {
  if (!/^[a-z]+(-[a-z]+)*$/.test(kind))
    throw new Stop('Say what the kind is called: node scripts/new-node-kind.mjs say-aloud');
  const parts = kind.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  const pascal = parts.join('');
  return {
    kind,
    pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    title: parts.join(' '),
    key: kind.includes('-') ? `'${kind}'` : kind,
  };
}
