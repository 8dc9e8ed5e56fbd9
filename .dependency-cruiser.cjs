// The layers of ARCHITECTURE.md as rules. Each has a fixture in test/fixtures/fences that must break it.
const pureLibraries =
  '^node_modules/(zod|handlebars|re2js|date-fns|@date-fns/tz|@noble/hashes|eventsource-parser)(/|$)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-is-pure',
      comment:
        'shared/ runs in the page, in the main process and in the command line: no I/O, few libraries.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', pureLibraries] },
    },
    {
      name: 'core-without-electron',
      comment:
        'The command line and the tests run this code in plain Node; pass what needs Electron in as a port.',
      severity: 'error',
      from: { path: '^electron/(executor|cookies|oauth|vault|workspace|settings|runs|cli|sample)/' },
      to: { path: ['^node_modules/electron(/|$)', '^electron/(app|ipc|main|preload)'] },
    },
    {
      name: 'core-does-not-use-cli',
      comment: 'The command line is built from the core, never the other way round.',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/cli/' },
      to: { path: '^electron/cli/' },
    },
    {
      name: 'electron-without-renderer',
      comment: 'The main process and the page meet only in shared/ipc.',
      severity: 'error',
      from: { path: '^(electron|shared)/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'renderer-without-electron',
      comment: 'The page is a sandboxed web page: no Electron, no Node, nothing from electron/.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ['^electron/', '^node_modules/electron(/|$)'] },
    },
    {
      name: 'renderer-without-node',
      comment: 'The page has no Node built-ins.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-apart',
      comment: 'Features meet in renderer/app or renderer/store, so that each can be read and removed alone.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'ui-knows-no-feature',
      comment: 'Base components know neither the store nor the features.',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/(features|store|bridge|app)/' },
    },
    {
      name: 'store-below-features',
      comment: 'The store is used by features and knows none of them.',
      severity: 'error',
      from: { path: '^renderer/(store|bridge|template-field)/' },
      to: { path: '^renderer/(features|app)/' },
    },
    {
      name: 'source-without-tests',
      comment: 'Nothing that ships may need a test file.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^test/' },
    },
    {
      name: 'resolvable',
      comment: 'An import that resolves to nothing.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(worker|raw|url)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(\\.module\\.css$|fixtures/fences)' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
