import { describe, expect, it } from '@jest/globals';
import { EventStoreUnavailable } from '@entente/event-sourcing';
import { AccessDeniedError } from '@kurrent/kurrentdb-client';

import { asPortError, EventStoreSilent, isSilence, wasNeverSent } from './failure.js';

const grpc = (code: number, message: string): Error => Object.assign(new Error(message), { code });

describe('an error of the client', () => {
  it.each([
    ['a lost connection', grpc(14, '14 UNAVAILABLE: read ECONNRESET'), /does not answer/],
    ['a deadline', grpc(4, '4 DEADLINE_EXCEEDED'), /does not answer/],
    ['a call that was ended', grpc(1, '1 CANCELLED: Cancelled on client'), /does not answer/],
    ['a server that is starting', new Error('Server Is Not Ready'), /does not answer/],
    ['an unknown user', grpc(16, '16 UNAUTHENTICATED'), /correct user and password/],
    ['a user without rights', grpc(7, '7 PERMISSION_DENIED'), /correct user and password/],
    ['no user at all', new AccessDeniedError(), /correct user and password/],
  ])('is no fault of who asked: %s', (_, error, message) => {
    expect(asPortError(error)).toBeInstanceOf(EventStoreUnavailable);
    expect(asPortError(error)).toMatchObject({ message: expect.stringMatching(message), cause: error });
  });

  it('that nobody foresaw stays what it is', () => {
    const error = new TypeError('x is not a function');
    expect(asPortError(error)).toBe(error);
    expect(asPortError('a text')).toBe('a text');
  });
});

describe('an append', () => {
  const failedWith = (error: Error): EventStoreUnavailable => asPortError(error) as EventStoreUnavailable;

  it.each([
    '14 UNAVAILABLE: No connection established. Last error: connect ECONNREFUSED',
    'Failed to discover after 10 attempts.',
    'Server Is Not Ready',
  ])('that nobody took is not in doubt: %s', (message) => {
    expect(wasNeverSent(failedWith(grpc(14, message)))).toBe(true);
  });

  it.each(['14 UNAVAILABLE: Connection dropped', '14 UNAVAILABLE: read ECONNRESET'])(
    'whose answer was lost is in doubt: %s',
    (message) => {
      expect(wasNeverSent(failedWith(grpc(14, message)))).toBe(false);
    },
  );

  it('leaves a client alone that only lost its connection, and gives one up that is silent', () => {
    expect(isSilence(failedWith(grpc(14, '14 UNAVAILABLE: Connection dropped')))).toBe(false);
    expect(isSilence(failedWith(grpc(4, '4 DEADLINE_EXCEEDED')))).toBe(true);
    expect(isSilence(new EventStoreSilent('nothing'))).toBe(true);
  });
});
