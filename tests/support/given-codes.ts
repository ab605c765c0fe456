import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

const CODE = /^(?:[A-Z]-)?[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Where codes are explained, and what is generated: neither gives one. */
const ELSEWHERE = /^(?:domain\/(?:faults|generated)\/)/;

/**
 * Every code that a source of this program gives, with the files that do: what stands behind `code:` in an object, and what is handed
 * to a parameter of the name `code`. The worker's are those of its faults.
 */
export async function givenCodes(): Promise<Map<string, string[]>> {
  const sources = await parsed();
  const global = new Map(sources.flatMap((source) => [...takersIn(source)].filter(([, taker]) => taker.exported)));
  const exported = new Map(sources.flatMap((source) => [...constantsIn(source)]));
  const found = new Map<string, string[]>();
  const give = (code: string, file: string) => {
    if (CODE.test(code)) found.set(code, [...(found.get(code) ?? []), file]);
  };
  for (const source of sources) {
    const takers = new Map([...global, ...takersIn(source)]);
    const constants = new Map([...exported, ...constantsIn(source)]);
    visit(source, (node) => {
      for (const written of writtenIn(node, takers)) for (const code of literalsIn(written, constants)) give(code, source.fileName);
    });
  }
  for (const [code, file] of await workerCodes()) give(code, file);
  return found;
}

async function parsed(): Promise<ts.SourceFile[]> {
  const names = await readdir('src', { recursive: true });
  const files = names.filter((name) => name.endsWith('.ts') && !ELSEWHERE.test(name));
  return Promise.all(
    files.map(async (name) => ts.createSourceFile(name, await readFile(join('src', name), 'utf8'), ts.ScriptTarget.Latest, true)),
  );
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

/** A function that takes a code, and at which place. */
type Taker = { at: number; exported: boolean };

function takersIn(source: ts.SourceFile): Map<string, Taker> {
  const takers = new Map<string, Taker>();
  visit(source, (node) => {
    if (!ts.isFunctionDeclaration(node) && !ts.isArrowFunction(node)) return;
    const at = node.parameters.findIndex(({ name }) => name.getText() === 'code');
    const declared = ts.isFunctionDeclaration(node) ? node : node.parent;
    if (at < 0 || !(ts.isFunctionDeclaration(declared) || ts.isVariableDeclaration(declared)) || declared.name === undefined) return;
    const statement = ts.isFunctionDeclaration(declared) ? declared : declared.parent.parent;
    const exported =
      ts.canHaveModifiers(statement) &&
      /^export\b/m.test(
        ts
          .getModifiers(statement)
          ?.map((one) => one.getText())
          .join(' ') ?? '',
      );
    takers.set(declared.name.getText(), { at, exported });
  });
  return takers;
}

const constantsIn = (source: ts.SourceFile): Map<string, string> =>
  new Map(
    source.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => [...declarationList.declarations])
      .flatMap(({ name, initializer }) =>
        initializer !== undefined && ts.isStringLiteral(initializer) ? [[name.getText(), initializer.text] as const] : [],
      ),
  );

/** The expressions in which a node writes a code. */
function writtenIn(node: ts.Node, takers: ReadonlyMap<string, Taker>): ts.Expression[] {
  if (ts.isPropertyAssignment(node)) return node.name.getText() === 'code' ? [node.initializer] : [];
  if (!ts.isCallExpression(node)) return [];
  const taker = takers.get(node.expression.getText());
  const argument = taker === undefined ? undefined : node.arguments[taker.at];
  return argument === undefined ? [] : [argument];
}

function literalsIn(written: ts.Expression, constants: ReadonlyMap<string, string>): string[] {
  if (ts.isStringLiteral(written)) return [written.text];
  if (ts.isConditionalExpression(written)) return [written.whenTrue, written.whenFalse].flatMap((one) => literalsIn(one, constants));
  const constant = ts.isIdentifier(written) ? constants.get(written.text) : undefined;
  return constant === undefined ? [] : [constant];
}

/** The codes of the Python worker's faults. */
async function workerCodes(): Promise<(readonly [string, string])[]> {
  const folder = 'worker/ai_energy_score_worker';
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.py'));
  const texts = await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const));
  return texts.flatMap(([name, text]) =>
    [...text.matchAll(/\b(?:input|operator|internal)_fault\(\s*"([^"]+)"/g)].map(([, code = '']) => [code, join(folder, name)] as const),
  );
}
