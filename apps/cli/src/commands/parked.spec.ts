import { filterOf } from './parked.js';

const names = ['agreement-board', 'directory'];

describe('what is to be retried', () => {
  it.each([
    [{ all: true }, {}],
    [{ view: 'directory' }, { consumer: 'directory' }],
    [{ stream: 'main.person-1' }, { stream: 'main.person-1' }],
    [
      { view: 'directory', stream: 'main.person-1' },
      { consumer: 'directory', stream: 'main.person-1' },
    ],
  ])('is %j', (options, filter) => {
    expect(filterOf(options, names)).toEqual(filter);
  });

  it.each([[{}], [{ all: true, view: 'directory' }], [{ all: true, stream: 'main.person-1' }]])(
    'cannot be told from %j',
    (options) => {
      expect(() => filterOf(options, names)).toThrow(/either --all, or --view, --stream or both/u);
    },
  );

  it('is of a view that there is', () => {
    expect(() => filterOf({ view: 'boards' }, names)).toThrow(
      'There is no view or automation "boards". There are: agreement-board, directory.',
    );
  });
});
