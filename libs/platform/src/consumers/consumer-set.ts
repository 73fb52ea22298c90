import type { Consumer, Reactor } from './consumer.js';

/** The views and automations of this program, by name. */
export class ConsumerSet {
  readonly views: ReadonlyMap<string, Consumer>;
  readonly reactors: ReadonlyMap<string, Reactor>;

  constructor(views: readonly Consumer[], reactors: readonly Reactor[]) {
    this.views = byName(views);
    this.reactors = byName(reactors);
    const twice = views.find(({ name }) => this.reactors.has(name));
    if (twice) throw new TypeError(`${twice.name} is a view and an automation`);
  }

  get all(): (Consumer | Reactor)[] {
    return [...this.views.values(), ...this.reactors.values()];
  }

  consumer(name: string): Consumer | Reactor {
    const consumer = this.views.get(name) ?? this.reactors.get(name);
    if (!consumer) throw new TypeError(`there is no view or automation "${name}"`);
    return consumer;
  }

  view(name: string): Consumer {
    const view = this.views.get(name);
    if (!view) throw new TypeError(`there is no view "${name}"`);
    return view;
  }
}

function byName<Named extends { readonly name: string }>(all: readonly Named[]): ReadonlyMap<string, Named> {
  const map = new Map(all.map((one) => [one.name, one]));
  if (map.size < all.length)
    throw new TypeError(`two have the same name: ${all.map(({ name }) => name).join(', ')}`);
  return map;
}
