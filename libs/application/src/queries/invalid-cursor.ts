/** The cursor was not given out by the list it was handed to. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
  constructor() {
    super('the cursor was not given out by this list');
  }
}
