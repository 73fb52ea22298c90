/**
 * Specifications run in the worker's own global scope. A scope per file would mean that Nest and everything else is
 * compiled and linked anew for each of them: half of what a run used to cost.
 */
export default class NativeEnvironment {
  global = globalThis;
  #console = globalThis.console;
  #exit = /** @type {typeof process.exit} */ (Reflect.get(process, 'exit'));

  /** jest asks for none of it here. */
  fakeTimers = null;
  fakeTimersModern = null;
  moduleMocker = null;

  setup() {
    return Promise.resolve();
  }

  /** The next file finds what this one found. */
  teardown() {
    globalThis.console = this.#console;
    process.exit = this.#exit;
    for (const symbol of Object.getOwnPropertySymbols(globalThis))
      if (LEFT_BY_JEST.has(symbol.description ?? '')) Reflect.deleteProperty(globalThis, symbol);
    return Promise.resolve();
  }

  getVmContext() {
    return null;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }
}

/** What jest-circus keeps of a file: its handlers, the patience set by `jest.setTimeout`, its tree of tests. */
const LEFT_BY_JEST = new Set(['EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL', 'JEST_STATE_SYMBOL']);
