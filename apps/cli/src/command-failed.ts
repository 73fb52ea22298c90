/** A command that could not do what was asked; its message is all the user needs. Exit code 1. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}
