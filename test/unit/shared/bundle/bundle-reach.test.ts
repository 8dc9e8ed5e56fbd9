// What goes along with the flows that a person chooses for a bundle.
import { describe, expect, it } from 'vitest';
import { bundleReach } from '#shared/bundle/bundle-reach.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { bundleStory } from '../../../support/bundle-story.ts';

const { alone, defaults, elsewhere, fixture, lookup, main, production, shop, staging } = bundleStory;
const documents: readonly WorkspaceDocument[] = Object.values(bundleStory);
const namesOf = (found: readonly WorkspaceDocument[]) => found.map(({ name }) => name).sort();

describe('what a bundle takes along', () => {
  it('is what the flows reach, with what is made for them, the environments chosen and the defaults', () => {
    const {
      documents: found,
      files,
      missing,
    } = bundleReach(documents, { flows: [main.id], environments: [staging.id] });
    expect(namesOf(found)).toEqual(namesOf([main, lookup, shop, staging, defaults, fixture]));
    expect(files).toEqual(['files/photo.png']);
    expect(missing).toEqual([]);
  });

  it('is nothing of what other flows need', () => {
    const { documents: found, files } = bundleReach(documents, {
      flows: [alone.id],
      environments: [production.id],
    });
    expect(namesOf(found)).toEqual(namesOf([alone, elsewhere, production, defaults]));
    expect(files).toEqual([]);
  });

  it('names what a node asks for and the workspace does not have', () => {
    const { missing } = bundleReach([main], { flows: [main.id], environments: [] });
    expect(missing).toEqual([
      '“First” of “Send a photo” runs a flow that is not in the workspace.',
      '“Upload” of “Send a photo” calls an endpoint that is not in the workspace.',
    ]);
  });

  it('takes a flow that runs itself once', () => {
    const [start, first, ...rest] = main.nodes;
    if (start === undefined || first?.kind !== 'sub-flow') throw new Error('The story changed.');
    const itself = {
      ...main,
      nodes: [start, { ...first, config: { ...first.config, flow: main.id } }, ...rest],
    };
    const { documents: found } = bundleReach([itself, shop], { flows: [main.id], environments: [] });
    expect(namesOf(found)).toEqual(namesOf([main, shop]));
  });
});
