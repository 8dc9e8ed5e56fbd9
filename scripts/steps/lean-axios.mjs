// Leaves out of a bundle what axios brings for sending by itself: our own adapter sends, and loading theirs takes time.

/** Files of axios that only its own adapters and its own forms need. */
const unused =
  /[\\/]axios[\\/]lib[\\/](adapters[\\/](http|xhr|fetch)|platform[\\/]node[\\/]classes[\\/]FormData)\.js$/;
const utilities = /[\\/]axios[\\/]lib[\\/]utils\.js$/;

/** Asking for the global `FormData` makes Node load all of its `fetch`; no request of ours has one as its data. */
const globalForm = "typeof G.FormData !== 'undefined' ? G.FormData : undefined";

/** @returns {import('vite').Plugin} */
export function leanAxios() {
  return {
    name: 'lean-axios',
    enforce: 'pre',
    load: (id) => (unused.test(id) ? 'export const getFetch = undefined;\nexport default null;' : null),
    transform(code, id) {
      if (!utilities.test(id)) return null;
      if (!code.includes(globalForm)) throw new Error('axios asks for FormData in another way now.');
      return { code: code.replace(globalForm, 'undefined'), map: null };
    },
  };
}
