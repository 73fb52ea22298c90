import { agreementIdOf, GetBoard, NumberIndex, type Asked } from '@entente/application';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';

import { RequestProblem } from '../problems/request-problem.js';

/** A UUID, or a reference number as definitions write them: letters of any script, digits, `-`, `.`, `_`. */
const REFERENCE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;

/** What stands in a path for an agreement: its id or its reference number. */
@Injectable()
export class AgreementReference {
  constructor(
    private readonly numbers: NumberIndex,
    private readonly queries: QueryBus,
  ) {}

  /** Throws a problem for what is no reference and for a number that is not given: both are not there. */
  async idOf(asked: Asked, idOrNumber: string): Promise<string> {
    if (!REFERENCE.test(idOrNumber)) throw new RequestProblem('not-found');
    const id = (await this.#find(asked, idOrNumber)) ?? (await this.#findLater(asked, idOrNumber));
    if (id === undefined) throw new RequestProblem('not-found');
    return id;
  }

  #find({ viewer }: Asked, idOrNumber: string): Promise<string | undefined> {
    return agreementIdOf(this.numbers, viewer.space, idOrNumber);
  }

  /** A number given a moment ago is known as soon as the board shows what the asker has seen. */
  async #findLater(asked: Asked, number: string): Promise<string | undefined> {
    if (asked.seen === undefined) return undefined;
    await this.queries.execute(new GetBoard(asked, { limit: 1 }));
    return this.#find(asked, number);
  }
}
