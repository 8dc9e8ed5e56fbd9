// How many examples a property is tried with: few enough for every run of the tests, and more where a campaign asks.

const factor = Number(process.env['FLOWBENCH_RUNS_FACTOR'] ?? '1');
if (!(factor >= 1)) throw new Error('FLOWBENCH_RUNS_FACTOR has to be a number of 1 or more.');

/** The usual number of examples, or that times the factor of the campaign (`test/campaigns/long-properties.mjs`). */
export const runs = (usual: number): number => Math.round(usual * factor);
