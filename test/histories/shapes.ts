import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** JSON Schema, as far as facts need it. */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | Schema;
  readonly items?: Schema;
  readonly enum?: readonly (string | number | boolean)[];
  readonly anyOf?: readonly Schema[];
}

/** By type of event and version. */
export type Shapes = Readonly<Record<string, Readonly<Record<string, Schema>>>>;

const root = path.resolve(import.meta.dirname, '../..');
const file = path.join(import.meta.dirname, 'shapes.json');
/** Where facts are declared. */
const SOURCES = 'libs/domain/*/src/**/events.ts';

export function storedShapes(): Shapes {
  return JSON.parse(readFileSync(file, 'utf8')) as Shapes;
}

export function storeShapes(shapes: Shapes): void {
  writeFileSync(file, `${JSON.stringify(shapes, null, 2)}\n`);
}

/** The shape of every fact's data, by its type, as the sources declare it now. */
export function declaredShapes(): Readonly<Record<string, Schema>> {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (name) => ts.sys.readFile(name)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, lib: ['es5'], types: [], skipLibCheck: true },
    root,
  );
  const sources = globSync(SOURCES, { cwd: root })
    .toSorted()
    .map((source) => path.join(root, source));
  const program = ts.createProgram(sources, options);
  const checker = program.getTypeChecker();
  const shapes: Record<string, Schema> = {};
  for (const source of sources.map((name) => program.getSourceFile(name))) {
    if (!source) throw new Error('a source of facts is missing');
    for (const { name, data } of factsIn(source, checker)) shapes[name] = schemaOf(data, checker);
  }
  return shapes;
}

function factsIn(source: ts.SourceFile, checker: ts.TypeChecker): { name: string; data: ts.Type }[] {
  const aliases = source.statements.filter((statement) => ts.isTypeAliasDeclaration(statement));
  return aliases.flatMap((alias) => {
    const declared = checker.getTypeAtLocation(alias);
    const members = declared.isUnion() ? declared.types : [declared];
    return members.flatMap((member) => {
      const [type, data] = ['type', 'data'].map((name) => member.getProperty(name));
      if (!type || !data) return [];
      const name = checker.getTypeOfSymbol(type);
      return name.isStringLiteral() ? [{ name: name.value, data: checker.getTypeOfSymbol(data) }] : [];
    });
  });
}

function schemaOf(type: ts.Type, checker: ts.TypeChecker): Schema {
  if (type.isUnion()) return unionSchema(type.types, checker);
  if (type.isStringLiteral() || type.isNumberLiteral()) return { enum: [type.value] };
  if (type.flags & ts.TypeFlags.BooleanLiteral) return { enum: [checker.typeToString(type) === 'true'] };
  if (type.flags & ts.TypeFlags.String) return { type: 'string' };
  if (type.flags & ts.TypeFlags.Number) return { type: 'number' };
  if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
  if (checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(type as ts.TypeReference);
    if (item) return { type: 'array', items: schemaOf(item, checker) };
  }
  if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return objectSchema(type, checker);
  throw new Error(`no fact holds ${checker.typeToString(type)}`);
}

function unionSchema(types: readonly ts.Type[], checker: ts.TypeChecker): Schema {
  const schemas = types
    .filter(({ flags }) => !(flags & ts.TypeFlags.Undefined))
    .map((member) => schemaOf(member, checker));
  const values = schemas.flatMap((schema) => schema.enum ?? []);
  const isBoolean = values.includes(true) && values.includes(false);
  const literals = values.filter((value) => typeof value !== 'boolean' || !isBoolean).sort();
  const alternatives = [
    ...(isBoolean ? [{ type: 'boolean' } as const] : []),
    ...(literals.length > 0 ? [{ enum: literals }] : []),
    ...schemas.filter((schema) => !schema.enum),
  ].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return alternatives.length === 1 && alternatives[0] ? alternatives[0] : { anyOf: alternatives };
}

function objectSchema(type: ts.Type, checker: ts.TypeChecker): Schema {
  const values = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  if (values) return { type: 'object', additionalProperties: schemaOf(values, checker) };
  const members = checker.getPropertiesOfType(type).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return {
    type: 'object',
    properties: Object.fromEntries(
      members.map((member) => [member.name, schemaOf(checker.getTypeOfSymbol(member), checker)]),
    ),
    required: members.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional)).map(({ name }) => name),
    additionalProperties: false,
  };
}
