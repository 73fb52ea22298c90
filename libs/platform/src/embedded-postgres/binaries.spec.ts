import { StartRefused } from '../start-refused.js';
import { findBinaries } from './binaries.js';

describe("PostgreSQL's programs", () => {
  it('are not there for every machine, which is said with a way out', () => {
    expect(() => findBinaries('sunos-sparc')).toThrow(StartRefused);
    expect(() => findBinaries('sunos-sparc')).toThrow(
      'There is no embedded PostgreSQL for sunos-sparc: set DATABASE_URL to a PostgreSQL of yours.',
    );
  });

  it('may have been left out of the installation', () => {
    // Some platform this machine is not.
    const other = process.platform === 'win32' ? 'linux-ppc64' : 'win32-x64';
    expect(() => findBinaries(other)).toThrow('is not installed: run npm ci without --omit=optional');
  });

  it('are of version 18', () => {
    expect(findBinaries()).toMatchObject({ majorVersion: 18 });
  });
});
