import { createLog } from './create-log.js';
import { causeOf } from './describe-error.js';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  write(createLog({ destination: { write: (line) => (text += line) } }));
  return text;
}

describe('the log', () => {
  it('is one line of JSON an entry, with level in words and time in UTC', () => {
    const text = logged((log) => {
      log.info({ consumer: 'agreement-board', position: '0001' }, 'caught up');
    });
    expect(JSON.parse(text)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u),
      consumer: 'agreement-board',
      position: '0001',
      msg: 'caught up',
    });
  });

  it('leaves out what is called like a secret, however deep', () => {
    const text = logged((log) => {
      log.warn(
        {
          password: 'hunter2',
          configuration: { smtpUrl: 'smtp://hunter2' },
          req: { headers: { cookie: 'hunter2' } },
        },
        'x',
      );
    });
    expect(text).not.toContain('hunter2');
  });

  it("keeps an error's reason, and neither its credentials nor the row it quotes", () => {
    const error = Object.assign(new Error('cannot reach postgres://entente:hunter2@db:5432/entente'), {
      code: '23505',
      detail: 'Key (email)=(wang@example.org) already exists.',
      cause: new Error('redis://:hunter2@cache refused'),
    });
    const text = logged((log) => {
      log.error({ err: error }, 'failed');
    });
    expect(text).toContain('postgres://db:5432/entente');
    expect(text).toContain('redis://cache refused');
    expect(text).toContain('23505');
    expect(text).not.toContain('hunter2');
    expect(text).not.toContain('wang');
  });

  it.each([
    Object.assign(new Error('invalid input syntax for type date: "Wang Fang, 1 May"'), { code: '22007' }),
    new SyntaxError('Unexpected token \'W\', "Wang Fang" is not valid JSON'),
  ])('does not quote the data that %s does', (error) => {
    const text = logged((log) => {
      log.error({ err: error }, 'failed');
    });
    expect(text).toContain('…');
    expect(text).not.toContain('Wang');
    expect(causeOf(error)).not.toContain('Wang');
  });

  it('is silent below its level', () => {
    let text = '';
    const log = createLog({ logLevel: 'warn', destination: { write: (line) => (text += line) } });
    log.info({}, 'quiet');
    log.warn({}, 'loud');
    expect(text).not.toContain('quiet');
    expect(text).toContain('loud');
  });
});

describe('the cause of an error', () => {
  it.each([
    [new Error('first line\nsecond line'), 'first line'],
    [new Error('postgres://u:hunter2@db is away'), 'postgres://db is away'],
    [
      new AggregateError([new Error('::1 refused'), new Error('127.0.0.1 refused')]),
      '::1 refused; 127.0.0.1 refused',
    ],
    [new TypeError(''), 'TypeError'],
    ['text', 'text'],
  ])('is one line without credentials: %s', (error, cause) => {
    expect(causeOf(error)).toBe(cause);
  });
});
