import type { Viewer } from '@entente/access';
import { agreementIdOf, NumberIndex } from '@entente/application';
import { Injectable } from '@nestjs/common';

import { RequestProblem } from '../problems/request-problem.js';

/** A UUID, or a reference number as definitions write them: letters of any script, digits, `-`, `.`, `_`. */
const REFERENCE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;

/** What stands in a path for an agreement; anything that cannot be one is not found, like one that is not there. */
export function checkReference(idOrNumber: string): string {
  if (!REFERENCE.test(idOrNumber)) throw new RequestProblem('not-found');
  return idOrNumber;
}

@Injectable()
export class AgreementReference {
  constructor(private readonly numbers: NumberIndex) {}

  async idOf(viewer: Viewer, idOrNumber: string): Promise<string> {
    const id = await agreementIdOf(this.numbers, viewer.space, checkReference(idOrNumber));
    if (id === undefined) throw new RequestProblem('not-found');
    return id;
  }
}
