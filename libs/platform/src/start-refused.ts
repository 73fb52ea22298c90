/** The program cannot start for a reason its operator can put right: one sentence to print, exit code 1, no stack. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
  readonly exitCode = 1;
}
