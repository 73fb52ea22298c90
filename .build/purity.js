const WHY = 'core and domain are pure: time, ids and actor arrive with the command';

/** What would make a replay depend on when and where it runs. */
const impureGlobals = [
  'process',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'console',
  'performance',
  'crypto',
  'require',
].map((name) => ({ name, message: WHY }));

const impureProperties = [
  ['Date', 'now'],
  ['Math', 'random'],
  ['Temporal', 'Now'],
  ['crypto', 'randomUUID'],
  ['crypto', 'getRandomValues'],
].map(([object, property]) => ({ object, property, message: WHY }));

const impureSyntax = [
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'new Date() reads the clock'],
  ['CallExpression[callee.name="Date"]', 'Date() reads the clock'],
  ['ImportSpecifier[imported.name=/^(randomUUID|randomBytes|randomInt)$/]', 'random values are brought in'],
  ['MemberExpression[object.name="globalThis"]', 'globalThis goes round the bans'],
].map(([selector, what]) => ({ selector, message: `${what}; ${WHY}` }));

/** @type {import('eslint').Linter.RulesRecord} */
export const purity = {
  'no-restricted-globals': ['error', ...impureGlobals],
  'no-restricted-properties': ['error', ...impureProperties],
  'no-restricted-syntax': ['error', ...impureSyntax],
};
