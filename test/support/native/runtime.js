import module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { beginFile, GIVEN } from './modules.js';

const require = module.createRequire(import.meta.url);

/** @typedef {{ transform(file: string, options: object): { code: string, sourceMapPath: string | null } }} Transformer */

/** Of every file this process compiled, for the stacks of all its specifications. @type {Map<string, string>} */
const sourceMaps = new Map();

const AS_MODULES = {
  supportsDynamicImport: true,
  supportsExportNamespaceFrom: true,
  supportsStaticESM: true,
  supportsTopLevelAwait: true,
};

/**
 * In the place of jest's runtime, which loads every module anew for every file: here Node loads them, as it does when
 * Entente runs, and what one specification needed is there for the next. jest calls what stands here, and no more.
 */
export default class NativeRuntime {
  /**
   * @param {{ cacheDirectory: string }} config
   * @param {unknown} _environment
   * @param {unknown} _resolver
   * @param {Transformer} transformer
   */
  constructor(config, _environment, _resolver, transformer) {
    module.enableCompileCache(path.join(config.cacheDirectory, 'compiled'));
    beginFile((file, url) => {
      const { code, sourceMapPath } = transformer.transform(file, { ...config, ...AS_MODULES });
      if (sourceMapPath !== null) sourceMaps.set(url, sourceMapPath);
      return code;
    });
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  /** @param {string} file */
  async unstable_importModule(file) {
    await import(pathToFileURL(file).href);
  }

  /**
   * The part of jest that holds the tests of a file: new for each.
   *
   * @param {string} file
   * @returns {unknown}
   */
  requireInternalModule(file) {
    Reflect.deleteProperty(require.cache, file);
    return require(file);
  }

  /**
   * @param {string} file
   * @returns {unknown}
   */
  requireModule(file) {
    return require(file);
  }

  /** @param {object} globals */
  setGlobalsForRuntime(globals) {
    const jest = {
      /** @param {number} timeout */
      setTimeout(timeout) {
        Reflect.set(globalThis, Symbol.for('TEST_TIMEOUT_SYMBOL'), timeout);
      },
    };
    Reflect.set(globalThis, Symbol.for(GIVEN), { ...globals, jest });
  }

  getSourceMaps() {
    return sourceMaps;
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  /* eslint-disable @typescript-eslint/no-empty-function */
  enterTestCode() {}
  leaveTestCode() {}
  teardown() {}
  /* eslint-enable @typescript-eslint/no-empty-function */
}
