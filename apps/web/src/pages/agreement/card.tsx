import { useId, type ReactNode } from 'react';

interface CardProps {
  readonly title: string;
  readonly action?: { readonly name: string; readonly run: () => void } | undefined;
  readonly children: ReactNode;
}

export function Card({ title, action, children }: CardProps) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{title}</h2>
        {action ? (
          <button type="button" className="link-button" onClick={action.run}>
            {action.name}
          </button>
        ) : null}
      </div>
      {children}
    </section>
  );
}
