/**
 * The folder table: each library with what it may import. A library that is not here may import nothing,
 * so that a new one is placed in the table first.
 */
const core = ['core/canonical', 'core/event-sourcing', 'core/calendar', 'core/text-diff', 'core/ledger'];
const agreementSide = ['domain/agreement', 'domain/directory', 'domain/meeting', 'domain/input'];
const domain = [...agreementSide, 'domain/reminder', 'domain/access', 'domain/narrative'];
const adapterGround = [...core, ...domain, 'application', 'platform'];
const adapters = [
  'event-store',
  'views',
  'jobs',
  'notification',
  'identity',
  'files',
  'documents',
  'holidays',
  'ledger-log',
];

/** @type {Record<string, string[]>} */
const knows = {
  'core/canonical': [],
  'core/event-sourcing': ['core/canonical'],
  'core/calendar': [],
  'core/text-diff': [],
  'core/ledger': ['core/canonical'],
  ...Object.fromEntries(agreementSide.map((lib) => [lib, core])),
  'domain/reminder': [...core, 'domain/agreement'],
  'domain/access': [...core, ...domain.filter((lib) => lib !== 'domain/narrative')],
  'domain/narrative': [...core, ...domain],
  application: [...core, ...domain],
  platform: core,
  ...Object.fromEntries(adapters.map((adapter) => [`adapters/${adapter}`, adapterGround])),
  'adapters/event-store': [...core, 'platform'],
  engine: [...adapterGround, ...adapters.map((adapter) => `adapters/${adapter}`)],
};

const folders = (/** @type {string[]} */ libs) => `^libs/(${libs.join('|')})/`;
const spec = '\\.spec\\.ts$';
const pureSources = { path: '^libs/(core|domain)/[^/]+/src/', pathNot: spec };
const packages = (/** @type {string[]} */ names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;
const npm = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const layers = Object.entries(knows).map(([lib, allowed]) => ({
  name: `${lib.replace('/', '-')}-knows-only-what-stands-above`,
  comment: allowed.length === 0 ? `${lib} knows no other library` : `${lib} knows ${allowed.join(', ')}`,
  severity: 'error',
  from: { path: folders([lib]) },
  to: { path: '^(libs|apps)/', pathNot: folders([lib, ...allowed]) },
}));

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const rules = [
  {
    name: 'every-library-stands-in-the-table',
    comment: 'Name the row of the folder table first, here and in the aliases of tsconfig.json.',
    from: { path: '^libs/', pathNot: folders(Object.keys(knows)) },
    to: {},
  },
  {
    name: 'adapters-never-import-each-other',
    comment: 'Two adapters meet at a port of the application; the engine wires them.',
    from: { path: '^libs/adapters/([^/]+)/' },
    to: { path: '^libs/adapters/', pathNot: '^libs/adapters/$1/' },
  },
  {
    name: 'libraries-by-their-bare-alias',
    comment: 'What index.ts does not export is nobody else’s business.',
    from: { path: '^libs/(application|platform|engine|[^/]+/[^/]+)/' },
    to: { path: '^libs/', pathNot: '^libs/$1/', dependencyTypesNot: ['aliased-tsconfig-paths'] },
  },
  {
    name: 'apps-and-tests-use-libraries-by-alias',
    from: { path: '^(apps|test)/' },
    to: { path: '^libs/', dependencyTypesNot: ['aliased-tsconfig-paths'] },
  },
  {
    name: 'apps-never-import-apps',
    comment: 'Only `entente start` composes others: the API and the worker in one process.',
    from: { path: '^apps/([^/]+)/', pathNot: '^apps/cli/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'cli-composes-api-and-worker-only',
    from: { path: '^apps/cli/' },
    to: { path: '^apps/', pathNot: '^apps/(cli|api|worker)/' },
  },
  {
    name: 'web-knows-only-the-ledger',
    comment:
      'The browser verifies evidence and compares what is being written by itself; all else reaches it over HTTP.',
    from: { path: '^apps/web/' },
    to: { path: '^libs/', pathNot: '^libs/core/(ledger|text-diff)/' },
  },
  {
    name: 'no-cycles',
    from: {},
    to: { circular: true },
  },
  {
    name: 'core-and-domain-without-nest',
    from: pureSources,
    to: { path: packages(['@nestjs/[^/]+']) },
  },
  {
    name: 'core-and-domain-without-node',
    comment:
      'Hashes, time, ids and bytes are handed in, so that the same code runs in a browser and in a replay.',
    from: pureSources,
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'core-and-domain-without-packages',
    comment: 'A package joins the exceptions here on purpose: it must be pure.',
    from: pureSources,
    to: { dependencyTypes: npm, pathNot: packages(['@nestjs/[^/]+', 'ajv', 'chinese-days']) },
  },
  {
    name: 'application-knows-no-technology',
    from: { path: '^libs/application/', pathNot: spec },
    to: {
      dependencyTypes: npm,
      pathNot: packages(['@nestjs/(common|core|cqrs)', 'reflect-metadata', 'rxjs', 'ajv', 'ajv-formats']),
    },
  },
  {
    name: 'only-event-store-names-kurrentdb',
    // Its contract writes garbage behind the store's back, and its bench goes beside the store.
    from: { pathNot: ['^libs/adapters/event-store/', '^test/(bench|contract/event-store)/'] },
    to: { path: packages(['@kurrent/[^/]+']) },
  },
  {
    name: 'only-jobs-names-bullmq-and-ioredis',
    // Tests prepare and empty the Redis that the jobs then use.
    from: { pathNot: ['^libs/adapters/jobs/', '^test/'] },
    to: { path: packages(['bullmq', 'ioredis']) },
  },
  {
    name: 'sql-only-in-adapters-and-platform',
    from: { pathNot: ['^libs/(adapters/[^/]+|platform)/', '^test/'] },
    to: { path: packages(['pg', '@types/pg', 'kysely']) },
  },
  {
    name: 'only-specs-use-test-support',
    from: { path: '^(libs|apps)/', pathNot: spec },
    to: { path: '^test/' },
  },
  {
    name: 'no-development-package-at-run-time',
    comment: 'An installation without devDependencies would fail at this import.',
    from: { path: '^(libs|apps/(api|worker|cli))/', pathNot: spec },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'packages-are-declared',
    comment: 'A package that only another one brings along may be gone after its next update.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'imports-resolve',
    comment: 'Also what catches @entente/x/deep/path: only the bare alias resolves.',
    from: {},
    to: { couldNotResolve: true },
  },
].map((rule) => ({ ...rule, severity: 'error' }));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...layers, ...rules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/.+/fixtures/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
