import { lazy, type ComponentType } from 'react';

/** A page that comes when it is asked for, together with what it is dressed in. */
export const dressedPage = <Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
) =>
  lazy(async () => {
    const [{ default: Dressed }, { default: Page }] = await Promise.all([import('./dressed.js'), load()]);
    return {
      default: (props: Props) => (
        <Dressed>
          <Page {...props} />
        </Dressed>
      ),
    };
  });
