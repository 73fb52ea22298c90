import { DEFINITION_SCHEMA, definitionOf, definitions, type WorkflowDefinition } from '@entente/agreement';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';

import { Asks } from '../requests/documented.js';
import { found } from '../requests/found.js';
import { DefinitionListDto, WorkflowDefinitionDto } from './dto/definition.dto.js';

@ApiTags('definitions')
@Controller('api/definitions')
export class DefinitionsController {
  @Get()
  @Asks('listDefinitions', 'Every workflow definition by which agreements go')
  @ApiOkResponse({ type: DefinitionListDto })
  list(): DefinitionListDto {
    return { items: definitions() };
  }

  @Get('schema')
  @Asks('getDefinitionSchema', 'The JSON Schema (2020-12) of a workflow definition')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  schema(): object {
    return DEFINITION_SCHEMA;
  }

  @Get(':definition')
  @Asks('getDefinition', 'A workflow definition: stages, roles of parties, titles')
  @ApiParam({ name: 'definition', example: 'letter-of-intent@1' })
  @ApiOkResponse({ type: WorkflowDefinitionDto })
  definition(@Param('definition') nameAtVersion: string): WorkflowDefinition {
    return found(definitionOf(nameAtVersion));
  }
}
